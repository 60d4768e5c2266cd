namespace TypedExplain.Explanations;

/// <summary>The names of caveats.</summary>
internal static class CaveatNames
{
    /// <summary>The names, in the order of their numbers.</summary>
    public static string[] Of(Caveats caveats) => caveats == Caveats.None ? [] : caveats.ToString().Split(", ");
}
