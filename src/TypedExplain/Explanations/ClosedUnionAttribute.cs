namespace TypedExplain.Explanations;

/// <summary>
/// A class whose cases are the classes of its assembly that derive from it, and never any others. The analyzers hold
/// every <c>switch</c> over it to all of them.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class ClosedUnionAttribute : Attribute;
