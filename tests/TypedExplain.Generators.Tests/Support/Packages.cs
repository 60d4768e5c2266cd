namespace TypedExplain.Generators.Tests.Support;

/// <summary>Packages that a project refers to only where a test says so.</summary>
internal static class Packages
{
    /// <summary>Reasons and recourse.</summary>
    public static MetadataReference Decisions { get; } = MetadataReference.CreateFromFile(typeof(TypedExplain.Decisions.Reference).Assembly.Location);

    /// <summary>Pictures and pages.</summary>
    public static MetadataReference Reports { get; } = MetadataReference.CreateFromFile(typeof(TypedExplain.Reports.Picture).Assembly.Location);
}
