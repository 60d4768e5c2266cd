namespace TypedExplain.Tests.Models.Forests;

/// <summary>A small random matrix with targets, as forests take it.</summary>
internal sealed record Sample(double[] Matrix, int Columns, double[] Targets, int Classes)
{
    public int Rows => Targets.Length;

    /// <summary>Columns of 2, 3 and many values, some of them constant in parts of others, and a target that needs them all.</summary>
    public static Sample Of(int rows, int classes, int seed = 1)
    {
        const int columns = 5;
        RandomStream stream = new(seed, "sample");
        double[] matrix = new double[rows * columns];
        double[] targets = new double[rows];
        for (int row = 0; row < rows; row++)
        {
            RandomStream own = stream.For(row);
            Span<double> x = matrix.AsSpan(row * columns, columns);
            x[0] = own.Choose(0, 2);
            x[1] = own.Choose(1, 3) - 1;
            x[2] = (10 * own.Uniform(2)) - 5;
            x[3] = x[0] == 0 ? 7 : own.Uniform(3);
            x[4] = own.Uniform(4) * 1e6;
            double score = x[0] + (x[1] * x[2]) + (2 * x[3]) + (x[4] / 1e6) + own.Uniform(5);
            targets[row] = classes == 0 ? score : Math.Clamp((int)Math.Floor((score + 5) / 4), 0, classes - 1);
        }

        return new(matrix, columns, targets, classes);
    }

    public double this[int row, int column] => Matrix[(row * Columns) + column];
}
