namespace TypedExplain.Generators.Model;

/// <summary>An enum whose values are categories.</summary>
/// <param name="FullName">The enum as code refers to it from anywhere.</param>
/// <param name="Name">Its simple name.</param>
/// <param name="Categories">One name per distinct value, in the order of declaration.</param>
internal sealed record EnumModel(string FullName, string Name, EquatableArray<string> Categories);
