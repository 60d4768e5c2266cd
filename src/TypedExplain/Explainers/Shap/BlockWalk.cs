using System.Numerics;
using TypedExplain.Models.Forests;
using TypedExplain.Numerics;

namespace TypedExplain.Explainers.Shap;

/// <summary>
/// What <see cref="InterventionalShap{T}"/> computes of one background row, for a block of them at once. Where the instance answers
/// all of a feature's questions on a path, rows come along whatever they answer; where it does not, only those that do. So how many
/// features are unknown is the same for all rows at a node, and rows part at a question as a set of bits.
/// </summary>
/// <remarks>Nothing depends on which instances are explained beside, and no sum on the width of a register.</remarks>
internal sealed class BlockWalk : IDisposable
{
    private readonly double[] _instance;
    private readonly double[] _shapley;
    private readonly int[] _owners;
    private readonly ShapleyShares _shares;
    private readonly int _output;
    private readonly bool[] _unknown;
    private readonly ulong[] _both;
    private readonly byte[] _known = new byte[BackgroundBlock.MostRows];
    private readonly double[] _ofKnown = new double[BackgroundBlock.MostRows];
    private readonly double[] _ofUnknown = new double[BackgroundBlock.MostRows];
    private readonly Pooled _forked;
    private TreePaths _paths = null!;
    private BackgroundBlock _block = null!;

    /// <summary>Prepares for an instance.</summary>
    /// <param name="instance">Its columns, with what the forest derives behind.</param>
    /// <param name="owners">For each feature the one that it is known with.</param>
    /// <param name="shares">What a known and an unknown feature get.</param>
    /// <param name="output">The output of the forest.</param>
    /// <param name="mostQuestions">The most questions on any path.</param>
    /// <param name="shapley">One number per feature, to which the values are added.</param>
    public BlockWalk(double[] instance, int[] owners, ShapleyShares shares, int output, int mostQuestions, double[] shapley)
    {
        (_instance, _owners, _shares, _output, _shapley) = (instance, owners, shares, output, shapley);
        (_unknown, _both) = (new bool[shapley.Length], new ulong[shapley.Length]);
        _both.AsSpan().Fill(ulong.MaxValue);
        _forked = Pooled.Unset(2 * BackgroundBlock.MostRows * mostQuestions);
    }

    /// <summary>Adds the Shapley values of one tree's answer against the rows of a block, by their weights.</summary>
    /// <param name="paths">The tree.</param>
    /// <param name="block">The rows, which have begun with the tree.</param>
    public void Add(TreePaths paths, BackgroundBlock block)
    {
        (_paths, _block) = (paths, block);
        Walk(0, block.Rows, 0, 0);
    }

    public void Dispose() => _forked.Dispose();

    /// <summary>
    /// Writes, for each of some rows, the sums over the leaves below a node of what a known and an unknown feature further up get.
    /// </summary>
    private void Walk(int node, ulong rows, int unknown, int forked)
    {
        while (!_paths.IsLeaf(node))
        {
            int left = _paths.Left(node), feature = _owners[_paths.Feature(left)];
            ulong right = _block.Right(node, rows);
            if (_unknown[feature])
            {
                ulong goRight = rows & right, goLeft = rows & ~right;
                if (goRight != 0 && goLeft != 0)
                    Walk(left, goLeft, unknown, forked);
                (node, rows) = goRight != 0 ? (left + 1, goRight) : (left, goLeft);
                continue;
            }

            (int column, double threshold) = _paths.Question(node);
            bool ownRight = _instance[column] > threshold;
            int own = left + (ownRight ? 1 : 0);
            ulong both = _both[feature], part = rows & both & (ownRight ? ~right : right);
            if (part != 0)
            {
                _unknown[feature] = true;
                Walk((2 * left) + 1 - own, part, unknown + 1, forked);
                _unknown[feature] = false;
                int saved = Save(part, forked);
                _both[feature] = both & ~part;
                Walk(own, rows, unknown, saved);
                _both[feature] = both;
                _shapley[feature] += Join(part, forked);
                return;
            }

            node = own;
        }

        Answer(_paths.Tree.Values(node)[_output], rows, unknown);
    }

    /// <summary>Keeps what rows have of the way where a feature is unknown, and goes on with it known.</summary>
    private int Save(ulong part, int forked)
    {
        Span<double> memory = _forked.Span;
        for (; part != 0; part &= part - 1)
        {
            int row = BitOperations.TrailingZeroCount(part);
            _known[row]++;
            (memory[forked], memory[forked + 1]) = (_ofKnown[row], _ofUnknown[row]);
            forked += 2;
        }

        return forked;
    }

    /// <summary>Adds both ways; gives what the feature gets.</summary>
    private double Join(ulong part, int forked)
    {
        ReadOnlySpan<double> memory = _forked.Span;
        double gets = 0;
        for (; part != 0; part &= part - 1)
        {
            int row = BitOperations.TrailingZeroCount(part);
            _known[row]--;
            gets += _ofKnown[row] - memory[forked + 1];
            _ofKnown[row] += memory[forked];
            _ofUnknown[row] += memory[forked + 1];
            forked += 2;
        }

        return gets;
    }

    private void Answer(double answer, ulong rows, int unknown)
    {
        ReadOnlySpan<double> ofKnown = _shares.KnownBeside(unknown), ofUnknown = _shares.UnknownBeside(unknown), weights = _block.Weights;
        for (; rows != 0; rows &= rows - 1)
        {
            int row = BitOperations.TrailingZeroCount(rows), known = _known[row];
            double weighed = answer * weights[row];
            (_ofKnown[row], _ofUnknown[row]) = (weighed * ofKnown[known], weighed * ofUnknown[known]);
        }
    }
}
