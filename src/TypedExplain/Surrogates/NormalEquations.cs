using TypedExplain.Numerics;

namespace TypedExplain.Surrogates;

/// <summary>
/// Everything that a weighted least squares fit needs to know of its samples, reduced from the moments of the rows
/// [x₁ … x_d, y, 1]. With an intercept the sums are taken around the weighted means (equation WR), without around 0.
/// </summary>
internal readonly ref struct NormalEquations
{
    private NormalEquations(Span<double> memory, int size)
    {
        Size = size;
        Gram = memory[..(size * size)];
        Cross = memory.Slice(size * size, size);
        Mean = memory.Slice((size * size) + size, size);
        Scalars = memory.Slice((size * size) + (2 * size), 3);
    }

    /// <summary>Number of columns d.</summary>
    public int Size { get; }

    /// <summary>Σ w·(x−x̄)·(x−x̄)ᵀ, d×d.</summary>
    public Span<double> Gram { get; }

    /// <summary>Σ w·(x−x̄)·(y−ȳ).</summary>
    public Span<double> Cross { get; }

    /// <summary>x̄; 0 without an intercept.</summary>
    public Span<double> Mean { get; }

    private Span<double> Scalars { get; }

    /// <summary>ȳ; 0 without an intercept.</summary>
    public double MeanResponse => Scalars[0];

    /// <summary>Σ w·(y−ȳ)².</summary>
    public double ResponseSquares => Scalars[1];

    /// <summary>Σ w.</summary>
    public double Weight => Scalars[2];

    /// <summary>How many numbers of memory equations of d columns need.</summary>
    public static int MemoryFor(int size) => (size * size) + (2 * size) + 3;

    /// <summary>How many numbers of memory equations of d columns and those of some of them need together.</summary>
    /// <param name="size">d.</param>
    /// <param name="columns">Which columns.</param>
    public static int MemoryFor(int size, ReadOnlySpan<int> columns) => MemoryFor(size) + (IsEverything(columns, size) ? 0 : MemoryFor(columns.Length));

    /// <summary>Reduces moments to normal equations.</summary>
    /// <param name="moments">Moments of rows [x₁ … x_d, y, 1], with the stride of <see cref="Moments"/>.</param>
    /// <param name="size">d.</param>
    /// <param name="intercept">Whether the fit has an intercept.</param>
    /// <param name="memory">Memory for the result, of <see cref="MemoryFor(int)"/> numbers.</param>
    public static NormalEquations From(ReadOnlySpan<double> moments, int size, bool intercept, Span<double> memory)
    {
        NormalEquations equations = new(memory, size);
        int stride = Moments.Stride(size + 2);
        ReadOnlySpan<double> response = moments.Slice(size * stride, stride);
        ReadOnlySpan<double> ones = moments.Slice((size + 1) * stride, stride);
        double weight = ones[size + 1];
        for (int i = 0; i < size; i++)
        {
            double mean = intercept ? ones[i] / weight : 0;
            equations.Mean[i] = mean;
            equations.Cross[i] = response[i] - (mean * ones[size]);
            VectorOps.SubtractScaled(moments[((i * stride) + i)..], mean, ones[i..], equations.Gram.Slice((i * size) + i, size - i));
            equations.Gram[(i * size) + i] = Math.Max(0, equations.Gram[(i * size) + i]);
        }

        Symmetric.Mirror(equations.Gram, size);

        equations.Scalars[0] = intercept ? ones[size] / weight : 0;
        equations.Scalars[1] = Math.Max(0, response[size] - (equations.Scalars[0] * ones[size]));
        equations.Scalars[2] = weight;
        return equations;
    }

    /// <summary>The equations of some of the columns, in the given order.</summary>
    /// <param name="columns">Which columns.</param>
    /// <param name="memory">Memory for the result, of <see cref="MemoryFor(int)"/> numbers; not used where all columns are taken as they are.</param>
    public NormalEquations Restrict(ReadOnlySpan<int> columns, Span<double> memory)
    {
        if (IsEverything(columns, Size))
            return this;
        NormalEquations part = new(memory, columns.Length);
        for (int i = 0; i < columns.Length; i++)
        {
            part.Cross[i] = Cross[columns[i]];
            part.Mean[i] = Mean[columns[i]];
            for (int j = 0; j < columns.Length; j++)
                part.Gram[(i * part.Size) + j] = Gram[(columns[i] * Size) + columns[j]];
        }

        Scalars.CopyTo(part.Scalars);
        return part;
    }

    /// <summary>The intercept that belongs to slopes: ȳ − x̄·β.</summary>
    public double Intercept(ReadOnlySpan<double> slopes) => MeanResponse - VectorOps.Dot(Mean, slopes);

    private static bool IsEverything(ReadOnlySpan<int> columns, int size)
    {
        for (int i = 0; i < columns.Length; i++)
        {
            if (columns[i] != i)
                return false;
        }

        return columns.Length == size;
    }
}
