using TypedExplain.Explanations;

namespace TypedExplain.Batch.Questions;

/// <summary>Caveats as a cell.</summary>
internal static class CaveatCell
{
    /// <summary>Their names with commas between.</summary>
    public static string Of(Caveats caveats) => string.Join(',', CaveatNames.Of(caveats));
}
