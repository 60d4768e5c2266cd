namespace TypedExplain.Generators.Model;

/// <summary>Which columns a category fills; the names and their order are those of the runtime's <c>CategoryEncoding</c>.</summary>
internal enum CategoryEncoding
{
    OneHot,
    Code,
    Binary,
    Given,
}
