using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TypedExplain.Models.Forests.Walking;

/// <summary>Adds the trees' answers, in the order of the trees.</summary>
/// <param name="trees">The trees.</param>
/// <param name="outputs">Numbers that a tree answers with.</param>
/// <param name="sums">For each row in turn, one number per output.</param>
internal readonly ref struct LeafSums(ImmutableArray<DecisionTree> trees, int outputs, Span<double> sums) : ILeafUse
{
    private readonly Span<double> _sums = sums;

    public void Take(int tree, int first, scoped ReadOnlySpan<int> leaves)
    {
        Span<double> sums = _sums.Slice(first * outputs, leaves.Length * outputs);
        ref double sum = ref MemoryMarshal.GetReference(sums);
        ref double answers = ref MemoryMarshal.GetReference(trees[tree].Values(0));
        if (outputs == 1)
        {
            for (int i = 0; i < leaves.Length; i++)
                sums[i] += Unsafe.Add(ref answers, leaves[i]);
            return;
        }

        foreach (int leaf in leaves)
        {
            ref double answer = ref Unsafe.Add(ref answers, (nint)leaf * outputs);
            int output = 0;
            for (; output <= outputs - 2; output += 2)
                (Vector128.LoadUnsafe(ref sum, (nuint)output) + Vector128.LoadUnsafe(ref answer, (nuint)output)).StoreUnsafe(ref sum, (nuint)output);
            if (output < outputs)
                Unsafe.Add(ref sum, output) += Unsafe.Add(ref answer, output);
            sum = ref Unsafe.Add(ref sum, outputs);
        }
    }
}
