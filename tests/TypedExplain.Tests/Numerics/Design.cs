using MathNet.Numerics.LinearAlgebra;
using TypedExplain.Numerics;
using TypedExplain.Surrogates;
using TypedExplain.Tests.Support;

namespace TypedExplain.Tests.Numerics;

/// <summary>A made-up weighted regression problem, as the library reduces it and as a textbook has it.</summary>
internal sealed class Design
{
    public Design(int rows, int columns, int seed, double correlation = 0, bool intercept = true)
    {
        Random random = new(seed);
        Intercept = intercept;
        X = new double[rows][];
        Y = new double[rows];
        Weights = new double[rows];
        double[] slopes = [.. Enumerable.Range(0, columns).Select(_ => (4 * random.NextDouble()) - 2)];
        for (int row = 0; row < rows; row++)
        {
            double common = (2 * random.NextDouble()) - 1;
            X[row] = [.. Enumerable.Range(0, columns).Select(_ => (correlation * common) + ((1 - correlation) * ((2 * random.NextDouble()) - 1)) + 0.5)];
            Y[row] = X[row].Zip(slopes, (x, slope) => x * slope).Sum() + random.NextDouble();
            Weights[row] = row % 5 == 4 ? 0 : 0.1 + random.NextDouble();
        }
    }

    public double[][] X { get; }

    public double[] Y { get; }

    public double[] Weights { get; }

    public bool Intercept { get; }

    public int Columns => X[0].Length;

    public double Weight => Weights.Sum();

    /// <summary>The weighted means; 0 without an intercept.</summary>
    public double[] Means => [.. Enumerable.Range(0, Columns).Select(j => Intercept ? X.Zip(Weights, (x, w) => w * x[j]).Sum() / Weight : 0)];

    public double MeanResponse => Intercept ? Y.Zip(Weights, (y, w) => w * y).Sum() / Weight : 0;

    /// <summary>√w·(x − x̄) of the chosen columns, row after row.</summary>
    public Matrix<double> Scaled(int[]? columns = null)
    {
        double[] means = Means;
        columns ??= [.. Enumerable.Range(0, Columns)];
        return Matrix<double>.Build.Dense(X.Length, columns.Length, (row, j) => Math.Sqrt(Weights[row]) * (X[row][columns[j]] - means[columns[j]]));
    }

    /// <summary>√w·(y − ȳ).</summary>
    public Vector<double> ScaledResponse => Vector<double>.Build.Dense(Y.Length, row => Math.Sqrt(Weights[row]) * (Y[row] - MeanResponse));

    /// <summary>Makes a column the same as another.</summary>
    public Design Duplicate(int from, int to)
    {
        foreach (double[] row in X)
            row[to] = row[from];
        return this;
    }

    /// <summary>Leaves out all columns but the first ones.</summary>
    public Design First(int columns)
    {
        for (int row = 0; row < X.Length; row++)
            X[row] = X[row][..columns];
        return this;
    }

    /// <summary>The library's reduction, measured from the first row as explainers do.</summary>
    public NormalEquations Equations()
    {
        double[] table = Fits.Table(X, Y, Intercept ? X[0] : null);
        int stride = Moments.Stride(Columns + 2);
        double[] moments = new double[stride * stride];
        Moments.Of(table, stride, Weights, moments);
        return NormalEquations.From(moments, Columns, Intercept, new double[NormalEquations.MemoryFor(Columns)]);
    }
}
