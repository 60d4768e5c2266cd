namespace TypedExplain.Global.Accumulation;

/// <summary>
/// Steps added up to a curve whose mean over rows is 0. Standard errors are of the rows as a sample: a row counts by how far its change is off its
/// step's mean, and by where it lies, since the curve is held against its own mean (the influence function).
/// </summary>
internal sealed class Accumulated
{
    private readonly StepDesign _design;
    private readonly double[] _changes;

    public Accumulated(StepDesign design, double[] changes)
    {
        (_design, _changes) = (design, changes);
        (Effects, Errors, Counts) = (new double[design.Steps], new double[design.Steps], new int[design.Steps]);
        (Curve, CurveErrors) = (new double[design.Points], new double[design.Points]);
        Means();
        double[] steps = [.. Effects];
        if (design.IsCyclic)
        {
            LoopDrift = Effects.Sum();
            double total = Counts.Sum();
            for (int step = 0; step < steps.Length; step++)
                steps[step] -= LoopDrift * Counts[step] / total;
        }

        Prefix(steps, Curve);
        double[] weights = Weights();
        double mean = 0;
        for (int point = 0; point < Curve.Length; point++)
            mean += weights[point] * Curve[point];
        for (int point = 0; point < Curve.Length; point++)
            Curve[point] -= mean;
        Influences(weights);
    }

    /// <summary>The mean change of each step.</summary>
    public double[] Effects { get; }

    /// <summary>Its standard error; NaN for one row.</summary>
    public double[] Errors { get; }

    /// <summary>How many rows each step has.</summary>
    public int[] Counts { get; }

    /// <summary>The curve.</summary>
    public double[] Curve { get; }

    /// <summary>Its standard errors.</summary>
    public double[] CurveErrors { get; }

    /// <summary>What the steps of a circle add up to; 0 else.</summary>
    public double LoopDrift { get; }

    private int Rows => _design.Rows.Length;

    private void Means()
    {
        double[] squares = new double[Effects.Length];
        Each((_, step, change) => (Effects[step], Counts[step]) = (Effects[step] + change, Counts[step] + 1));
        for (int step = 0; step < Effects.Length; step++)
            Effects[step] /= Counts[step];
        Each((_, step, change) => squares[step] += (change - Effects[step]) * (change - Effects[step]));
        for (int step = 0; step < Effects.Length; step++)
            Errors[step] = Counts[step] < 2 ? double.NaN : Math.Sqrt(squares[step] / (Counts[step] - 1.0) / Counts[step]);
    }

    /// <summary>For each point, its share in the mean of the curve over rows: half of a row between two points counts for each.</summary>
    private double[] Weights()
    {
        double[] weights = new double[Curve.Length];
        for (int row = 0; row < Rows; row++)
        {
            (int low, int high) = Ends(row);
            weights[low] += 0.5 / Rows;
            weights[high] += 0.5 / Rows;
        }

        return weights;
    }

    private (int Low, int High) Ends(int row) => _design.HasLevels || Curve.Length < 2 ? (_design.Own[row], _design.Own[row]) : (_design.Own[row], (_design.Own[row] + 1) % Curve.Length);

    private void Influences(double[] weights)
    {
        double[] squares = new double[Curve.Length], offs = new double[Effects.Length], moved = new double[Curve.Length];
        double total = Counts.Sum();
        for (int row = 0; row < Rows && Effects.Length > 0; row++)
        {
            Array.Clear(offs);
            double sum = 0;
            for (int step = _design.Lows[row]; step < _design.Highs[row]; step++)
            {
                double off = _changes[(row * 2) + step - _design.Lows[row]] - Effects[step];
                sum += offs[step] = off * Rows / Counts[step] * (Counts[step] > 1 ? Math.Sqrt(Counts[step] / (Counts[step] - 1.0)) : 0);
            }

            for (int step = 0; step < offs.Length && _design.IsCyclic; step++)
                offs[step] -= (sum * Counts[step] / total) + (LoopDrift * ((step == _design.Own[row] ? 1 : 0) - (Counts[step] / total)));
            Prefix(offs, moved);
            double mean = 0;
            for (int point = 0; point < moved.Length; point++)
                mean += weights[point] * moved[point];
            (int low, int high) = Ends(row);
            double place = (Curve[low] + Curve[high]) / 2;
            for (int point = 0; point < moved.Length; point++)
                squares[point] += (moved[point] - mean - place) * (moved[point] - mean - place);
        }

        double[] lonely = Lonely(weights);
        for (int point = 0; point < Curve.Length; point++)
            CurveErrors[point] = Rows < 2 ? double.NaN : Math.Sqrt((squares[point] / Rows / Rows) + lonely[point]);
    }

    /// <summary>What steps of a single row add to the variance of points: their change varies like those of the other steps.</summary>
    private double[] Lonely(double[] weights)
    {
        double[] added = new double[Curve.Length];
        double[] known = [.. Errors.Select((error, step) => error * error * Counts[step]).Where(variance => !double.IsNaN(variance))];
        double variance = known.Length == 0 ? 0 : known.Average();
        for (int step = 0; step < Effects.Length; step++)
        {
            if (Counts[step] > 1)
                continue;
            double tail = weights[(step + 1)..].Sum();
            for (int point = 0; point < added.Length; point++)
            {
                double share = (step < point ? 1 : 0) - tail;
                added[point] += share * share * variance;
            }
        }

        return added;
    }

    private void Each(Action<int, int, double> use)
    {
        for (int row = 0; row < Rows && Effects.Length > 0; row++)
        {
            for (int step = _design.Lows[row]; step < _design.Highs[row]; step++)
                use(row, step, _changes[(row * 2) + step - _design.Lows[row]]);
        }
    }

    private static void Prefix(double[] steps, double[] curve)
    {
        curve[0] = 0;
        for (int point = 1; point < curve.Length; point++)
            curve[point] = curve[point - 1] + steps[point - 1];
    }
}
