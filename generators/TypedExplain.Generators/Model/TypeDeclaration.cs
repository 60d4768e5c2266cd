namespace TypedExplain.Generators.Model;

/// <summary>One partial declaration on the way to a record.</summary>
/// <param name="Keyword">Such as <c>class</c> or <c>record struct</c>.</param>
/// <param name="Name">The name of the type.</param>
/// <param name="TypeParameters">The names of its type parameters; none unless it is generic.</param>
/// <param name="Constraints">What must hold of them, as code states it: "where T : struct".</param>
internal sealed record TypeDeclaration(string Keyword, string Name, EquatableArray<string> TypeParameters, EquatableArray<string> Constraints)
{
    /// <summary>The name as code writes it, with the type parameters.</summary>
    public string Code => Identifier.Escape(Name) + (TypeParameters.Count == 0 ? "" : $"<{string.Join(", ", TypeParameters.Select(Identifier.Escape))}>");
}
