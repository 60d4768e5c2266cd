using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TypedExplain.Models.Forests.Walking;

/// <summary>
/// Trees that follow each other in an ensemble, laid out for walking: rows are coded once for all of them
/// (<see cref="ColumnCuts"/>), and codes walk through <see cref="TreeBlocks"/>.
/// </summary>
/// <remarks>It takes 8 bytes a threshold, and about 11 a node where trees ask about up to 8 columns, 30 with 64.</remarks>
internal sealed class CodedTrees
{
    /// <summary>The most columns that the trees may ask about.</summary>
    public const int MostColumns = 64;

    private readonly ColumnCuts[] _cuts;
    private readonly Vector128<byte>[] _blocks;
    private readonly int[] _roots;
    private readonly UncheckedSteps[] _sure;
    private readonly int _octets;
    private readonly int _columns;

    /// <summary>Lays trees out.</summary>
    /// <param name="trees">The trees.</param>
    /// <param name="cuts">All of their thresholds but NaN, of up to <see cref="MostColumns"/> columns.</param>
    /// <param name="columns">Numbers in a row.</param>
    public CodedTrees(ReadOnlySpan<DecisionTree> trees, ColumnCuts[] cuts, int columns)
    {
        (_cuts, _columns, _octets) = (cuts, columns, cuts.Length switch { <= 8 => 1, <= 16 => 2, <= 32 => 4, _ => 8 });
        (_roots, _sure) = (new int[trees.Length], new UncheckedSteps[trees.Length]);
        TreeBlocks blocks = new(_octets, cuts);
        for (int tree = 0; tree < trees.Length; tree++)
            (_roots[tree], _sure[tree]) = blocks.Add(trees[tree]);
        _blocks = blocks.Build();
    }

    /// <summary>How many numbers <see cref="Encode"/> writes.</summary>
    /// <param name="rows">For how many rows.</param>
    public int Room(int rows) => (2 * BlockWalk.Most) + (rows * 8 * _octets);

    /// <summary>Codes rows.</summary>
    /// <param name="rows">From 1 row to <see cref="BlockWalk.Most"/>.</param>
    /// <param name="coded">The layout in three parts: where each row's codes start; as much room again, for walks that reorder the rows; the codes.</param>
    public void Encode(ReadOnlySpan<double> rows, Span<short> coded)
    {
        int count = rows.Length / _columns, stride = 8 * _octets;
        for (int walk = 0, row = 0; walk < BlockWalk.Most; walk++, row = row + 1 == count ? 0 : row + 1)
            coded[walk] = (short)(row * stride);
        for (int place = 0; place < _cuts.Length; place++)
            _cuts[place].Encode(rows, _columns, coded[((2 * BlockWalk.Most) + place)..], stride);
    }

    /// <summary>The leaves of rows in some of the trees.</summary>
    /// <param name="first">The first tree.</param>
    /// <param name="trees">How many trees.</param>
    /// <param name="coded">What <see cref="Encode"/> wrote.</param>
    /// <param name="leaves">Where the numbers of the leaves go, tree by tree, at most <see cref="BlockWalk.Most"/>.</param>
    public void Leaves(int first, int trees, Span<short> coded, Span<int> leaves)
    {
        int rows = leaves.Length / trees;
        UncheckedSteps sure = _sure[first];
        for (int tree = 0; tree < trees; tree++)
        {
            leaves.Slice(tree * rows, rows).Fill(_roots[first + tree]);
            if (_sure[first + tree] != sure)
                sure = UncheckedSteps.One;
        }

        Span<ushort> places = MemoryMarshal.Cast<short, ushort>(coded[..(2 * BlockWalk.Most)]), list = places[BlockWalk.Most..];
        ref short codes = ref MemoryMarshal.GetReference(coded[(2 * BlockWalk.Most)..]);
        ref Vector128<byte> blocks = ref MemoryMarshal.GetArrayDataReference(_blocks);
        if (_octets == 1)
            BlockWalk.ToLeaves<EightCodes>(ref blocks, ref codes, places, leaves, list, sure);
        else if (_octets == 2)
            BlockWalk.ToLeaves<TwiceCodes<EightCodes>>(ref blocks, ref codes, places, leaves, list, sure);
        else if (_octets == 4)
            BlockWalk.ToLeaves<TwiceCodes<TwiceCodes<EightCodes>>>(ref blocks, ref codes, places, leaves, list, sure);
        else
            BlockWalk.ToLeaves<TwiceCodes<TwiceCodes<TwiceCodes<EightCodes>>>>(ref blocks, ref codes, places, leaves, list, sure);
        Complement(leaves);
    }

    private static void Complement(Span<int> numbers)
    {
        ref int first = ref MemoryMarshal.GetReference(numbers);
        int i = 0;
        for (; i <= numbers.Length - 4; i += 4)
            (~Vector128.LoadUnsafe(ref first, (nuint)i)).StoreUnsafe(ref first, (nuint)i);
        for (; i < numbers.Length; i++)
            numbers[i] = ~numbers[i];
    }
}
