namespace TypedExplain.Surrogates.Coalitions.Pairs;

/// <summary>Values as sums over pairs.</summary>
internal interface IPairForm
{
    /// <summary>Writes by how much each value counts the pair of all players and none.</summary>
    void FillEnds(Span<double> counts);

    /// <summary>Writes by how much each value counts a pair.</summary>
    /// <param name="coalition">Its first coalition.</param>
    /// <param name="weight">Its weight: the kernel's over π.</param>
    /// <param name="counts">One number per value.</param>
    void Fill(ReadOnlySpan<ulong> coalition, double weight, Span<double> counts);
}
