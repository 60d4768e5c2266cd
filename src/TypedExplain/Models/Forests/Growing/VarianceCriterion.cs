namespace TypedExplain.Models.Forests.Growing;

/// <summary>Numbers: the impurity is the variance (÷ draws) and the answer the mean.</summary>
/// <param name="targets">The number of every row of the data.</param>
internal sealed class VarianceCriterion(double[] targets) : Criterion
{
    // Of the node: per row its draws, and draws times the deviation from the mean.
    private readonly int[] _draws = new int[targets.Length];
    private readonly double[] _deviations = new double[targets.Length];
    private readonly Bin[] _bins = new Bin[targets.Length];
    private double _mean;
    private double _sum;

    public override int Outputs => 1;

    public override void Enter(ReadOnlySpan<int> rows, ReadOnlySpan<int> draws)
    {
        // Distances from the first target, so that equal targets have exactly that mean and exactly no variance.
        double origin = targets[rows[0]], sum = 0;
        int count = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            int own = draws[rows[i]];
            double distance = targets[rows[i]] - origin;
            _draws[i] = own;
            _deviations[i] = distance;
            count += own;
            sum += own * distance;
        }

        double center = sum / count, squares = 0;
        sum = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            double deviation = _deviations[i] - center;
            double weighted = _draws[i] * deviation;
            _deviations[i] = weighted;
            squares += weighted * deviation;
            sum += weighted;
        }

        _mean = origin + center;
        _sum = sum;
        Draws = count;
        Impurity = squares / count;
    }

    public override void Answer(Span<double> value) => value[0] = _mean;

    public override Cut BestCut(ColumnBins bins, int rows, int minLeafRows)
    {
        Span<Bin> sums = _bins.AsSpan(0, bins.Count);
        sums.Clear();
        ReadOnlySpan<int> binOfRow = bins.BinOfRow.AsSpan(0, rows);
        int offset = bins.Offset;
        for (int i = 0; i < binOfRow.Length; i++)
        {
            ref Bin bin = ref sums[binOfRow[i] - offset];
            bin.Sum += _deviations[i];
            bin.Draws += _draws[i];
            bin.Rows++;
        }

        Cut best = Cut.None;
        double leftSum = 0;
        int leftDraws = 0, leftRows = 0, last = -1;
        for (int i = 0; i < sums.Length && rows - leftRows >= minLeafRows; i++)
        {
            if (sums[i].Rows == 0)
                continue;

            if (leftRows >= minLeafRows)
            {
                // The squared sum of each side over its draws; the squares themselves are the same for every cut.
                double rightSum = _sum - leftSum;
                double gain = (leftSum * leftSum / leftDraws) + (rightSum * rightSum / (Draws - leftDraws));
                if (Cut.IsMore(gain, best.Gain))
                    best = new(gain, last, i);
            }

            leftSum += sums[i].Sum;
            leftDraws += sums[i].Draws;
            leftRows += sums[i].Rows;
            last = i;
        }

        return best;
    }

    private struct Bin
    {
        public double Sum;
        public int Draws;
        public int Rows;
    }
}
