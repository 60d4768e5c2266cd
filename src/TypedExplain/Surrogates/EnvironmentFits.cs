using TypedExplain.Numerics;

namespace TypedExplain.Surrogates;

/// <summary>
/// The normal equations of k environments and the ridge fit of each on its own: what S-LIME averages and LINEX's game
/// is played over. The memory is borrowed and goes back at the end of its scope.
/// </summary>
internal readonly ref struct EnvironmentFits : IDisposable
{
    private readonly Pooled _memory;

    private EnvironmentFits(int environments, int size)
    {
        Environments = environments;
        Size = size;
        _memory = new(environments * ((size * size) + (3 * size) + 1));
    }

    /// <summary>Number of environments k.</summary>
    public int Environments { get; }

    /// <summary>Number of columns d.</summary>
    public int Size { get; }

    /// <summary>G_i + αI, one environment after the other.</summary>
    public Span<double> Grams => _memory.Span[..(Environments * Size * Size)];

    /// <summary>c_i, one environment after the other.</summary>
    public Span<double> Crosses => _memory.Span.Slice(Environments * Size * Size, Environments * Size);

    /// <summary>The weighted means x̄_i, one environment after the other.</summary>
    public Span<double> Means => _memory.Span.Slice(Environments * Size * (Size + 1), Environments * Size);

    /// <summary>The slopes β_i of each environment's own fit.</summary>
    public Span<double> Slopes => _memory.Span.Slice(Environments * Size * (Size + 2), Environments * Size);

    /// <summary>The weighted mean responses ȳ_i.</summary>
    public Span<double> MeanResponses => _memory.Span[^Environments..];

    /// <summary>Reduces and fits every environment.</summary>
    /// <param name="environments">How many there are.</param>
    /// <param name="table">Rows [x₁ … x_d, y, 1] of all features, with the stride of <see cref="Moments"/>.</param>
    /// <param name="features">Number of all features.</param>
    /// <param name="columns">The features that the fits use.</param>
    /// <param name="ridge">α.</param>
    /// <param name="intercept">Whether the fits have an intercept.</param>
    /// <param name="weigh">Writes the sample weights of an environment.</param>
    public static EnvironmentFits Of<TWeights>(int environments, ReadOnlySpan<double> table, int features, ReadOnlySpan<int> columns, double ridge, bool intercept, TWeights weigh)
        where TWeights : IEnvironmentWeights, allows ref struct
    {
        int stride = Moments.Stride(features + 2);
        using Pooled weights = Pooled.Unset(table.Length / stride);
        using Pooled moments = Pooled.Unset(stride * stride);
        using Pooled memory = Pooled.Unset(NormalEquations.MemoryFor(features, columns));
        EnvironmentFits fits = new(environments, columns.Length);
        for (int i = 0; i < environments; i++)
        {
            weigh.Of(i, weights.Span);
            if (!weights.Span.ContainsAnyExcept(0.0))
                throw new NoFitException($"Every sample that environment {i + 1} of {environments} drew has weight 0: the kernel is too narrow for this neighborhood. Widen the kernel, draw nearer (Radius) or draw more (Samples).");
            Moments.Of(table, stride, weights.Span, moments.Span);
            NormalEquations all = NormalEquations.From(moments.Span, features, intercept, memory.Span);
            fits.Fit(i, all.Restrict(columns, memory.Span[NormalEquations.MemoryFor(features)..]), ridge);
        }

        return fits;
    }

    /// <summary>The mean over environments of the intercept that belongs to shared slopes, (1/k) Σ (ȳ_i − x̄_i·w).</summary>
    public double Intercept(ReadOnlySpan<double> slopes)
    {
        double sum = 0;
        for (int i = 0; i < Environments; i++)
            sum += MeanResponses[i] - VectorOps.Dot(Means.Slice(i * Size, Size), slopes);
        return sum / Environments;
    }

    /// <summary>The means over environments of the own slopes and of the intercept that belongs to each.</summary>
    public double Average(Span<double> slopes)
    {
        slopes.Clear();
        double intercept = 0;
        for (int i = 0; i < Environments; i++)
        {
            ReadOnlySpan<double> own = Slopes.Slice(i * Size, Size);
            for (int j = 0; j < Size; j++)
                slopes[j] += own[j] / Environments;
            intercept += (MeanResponses[i] - VectorOps.Dot(Means.Slice(i * Size, Size), own)) / Environments;
        }

        return intercept;
    }

    public void Dispose() => _memory.Dispose();

    private void Fit(int environment, in NormalEquations equations, double ridge)
    {
        WeightedRidge.Solve(equations, ridge, Slopes.Slice(environment * Size, Size));
        WeightedRidge.Penalized(equations, ridge, Grams.Slice(environment * Size * Size, Size * Size));
        equations.Cross.CopyTo(Crosses[(environment * Size)..]);
        equations.Mean.CopyTo(Means[(environment * Size)..]);
        MeanResponses[environment] = equations.MeanResponse;
    }
}
