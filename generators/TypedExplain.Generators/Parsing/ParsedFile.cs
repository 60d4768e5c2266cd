using TypedExplain.Generators.Model;

namespace TypedExplain.Generators.Parsing;

/// <summary>What became of the annotated types of one file.</summary>
/// <param name="Records">One for each annotated declaration, in their order.</param>
internal sealed record ParsedFile(EquatableArray<ParsedRecord> Records)
{
    public static ParsedFile Empty { get; } = new(default(EquatableArray<ParsedRecord>));
}
