namespace TypedExplain.Generators.Model;

/// <summary>One partial declaration on the way to a record.</summary>
/// <param name="Keyword">Such as <c>class</c> or <c>record struct</c>.</param>
/// <param name="Name">The name of the type.</param>
internal sealed record TypeDeclaration(string Keyword, string Name);
