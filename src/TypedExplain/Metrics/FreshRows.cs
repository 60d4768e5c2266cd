using System.Globalization;
using TypedExplain.Errors;

namespace TypedExplain.Metrics;

/// <summary>Fresh perturbations of explained rows, drawn by a neighborhood; they depend on the seed and the row's content only.</summary>
internal sealed class FreshRows<T>
    where T : IFeatureRecord<T>
{
    private readonly double[] _encoded;
    private readonly PerturbedRecords<T> _records;

    public FreshRows(Dataset<T> data, INeighborhood<T> neighborhood, int seed, CancellationToken cancellation)
    {
        T.Schema.RequireTable("A metric of fresh perturbations");
        PerRow = neighborhood.Given("Neighborhood", "a metric of fresh perturbations").Samples - 1;
        if (PerRow < 1)
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"Samples of the neighborhood is {neighborhood.Samples}; it must be at least 2, one for the row itself and one for each perturbation."));
        if ((long)PerRow * T.Schema.Columns * data.Count > MemoryLimit.Numbers)
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"Samples of the neighborhood is {neighborhood.Samples}; with {data.Count} rows it must be at most {(MemoryLimit.Numbers / T.Schema.Columns / data.Count) + 1}."));
        int length = PerRow * T.Schema.Columns;
        _encoded = new double[data.Count * length];
        _records = new(data, PerRow);
        RandomStream stream = new(seed, "metric");
        for (int row = 0; row < data.Count; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            neighborhood.Sample(data.Encoded[row], stream.For(data.Encoded[row]), _encoded.AsSpan(row * length, length));
        }
    }

    /// <summary>How many perturbations a row has.</summary>
    public int PerRow { get; }

    /// <summary>The perturbations of the first row, then those of the second, and so on.</summary>
    public EncodedRows<T> Encoded => new(_encoded, _records);

    /// <summary>One perturbation of a row.</summary>
    public ReadOnlySpan<double> this[int row, int perturbation] => Encoded[(row * PerRow) + perturbation];
}
