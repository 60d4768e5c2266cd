using System.Collections.Immutable;

namespace TypedExplain.Training.Gradients;

/// <summary>A record at which maps are taken: its row, its numbers, and gradients of one output of a model at rows like it.</summary>
internal sealed class GradientRows<T>
    where T : IFeatureRecord<T>
{
    /// <summary>Numbers of gradients at a time.</summary>
    private const int BlockNumbers = 1 << 20;

    private readonly IDifferentiableModel<T> _model;
    private readonly int _output;
    private readonly string _name;

    public GradientRows(IDifferentiableModel<T> model, T record, int? output, string name)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (output is { } asked && (uint)asked >= (uint)model.Outputs.Length)
            throw new InvalidOptionException($"The output of {name} is {asked}; the model has {model.Outputs.Length}, so it must be from 0 to {model.Outputs.Length - 1}.");
        (_model, _name) = (model, name);
        Own = new double[T.Schema.Columns];
        T.Schema.Encode(record, Own);
        Numbers = [.. T.Schema.Features.Where(feature => feature.IsNumeric && feature.Kind != FeatureKind.Ordinal && feature.IsPresent(Own))];
        double[] scores = new double[model.Outputs.Length];
        if (output is null)
            model.Score(new EncodedRows<T>(Own), scores);
        _output = output ?? ArgMax.Of<double>(scores);
    }

    /// <summary>The record's row.</summary>
    public double[] Own { get; }

    /// <summary>The features that maps may move.</summary>
    public ImmutableArray<Feature<T>> Numbers { get; }

    /// <summary>The mean gradient at rows, by weights that sum to 1 or all alike.</summary>
    public double[] Mean(double[] rows, int count, double[]? weights = null)
    {
        int columns = Own.Length, block = Math.Max(1, BlockNumbers / columns);
        double[] mean = new double[columns], gradients = new double[Math.Min(block, count) * columns];
        for (int first = 0; first < count; first += block)
        {
            int size = Math.Min(block, count - first);
            Span<double> own = gradients.AsSpan(0, size * columns);
            _model.Gradient(new EncodedRows<T>(rows.AsSpan(first * columns, size * columns)), _output, own);
            for (int i = 0; i < own.Length; i++)
                mean[i % columns] = Math.FusedMultiplyAdd(weights?[first + (i / columns)] ?? 1.0 / count, own[i], mean[i % columns]);
        }

        return Array.TrueForAll(mean, double.IsFinite) ? mean : throw new InvalidModelException($"A gradient of the model for {_name} is not a finite number.");
    }
}
