namespace TypedExplain.Models.Forests.Walking;

/// <summary>Writes the leaves down.</summary>
/// <param name="trees">How many trees there are.</param>
/// <param name="numbers">For each row in turn, one number per tree.</param>
internal readonly ref struct LeafNumbers(int trees, Span<int> numbers) : ILeafUse
{
    private readonly Span<int> _numbers = numbers;

    public void Take(int tree, int first, scoped ReadOnlySpan<int> leaves)
    {
        for (int i = 0; i < leaves.Length; i++)
            _numbers[((first + i) * trees) + tree] = leaves[i];
    }
}
