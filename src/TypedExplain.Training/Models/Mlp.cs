using System.Buffers;
using System.Collections.Immutable;
using TypedExplain.Errors;
using TypedExplain.Files;
using TypedExplain.Training.Models;
using TypedExplain.Training.Networks;

namespace TypedExplain.Training;

/// <summary>
/// A trained multi-layer perceptron. Its outputs are the probabilities of the classes, under their names, or one number
/// named "prediction", in the units of the target.
/// </summary>
/// <remarks>
/// Immutable, so safe to share between threads. The score of a row depends on neither the batch it is in nor the machine.
/// Inputs are standardized by the training rows, inside the model.
/// </remarks>
/// <typeparam name="T">The record that it scores.</typeparam>
public sealed partial class Mlp<T> : IDifferentiableModel<T>, IIdentifiedModel
    where T : IFeatureRecord<T>
{
    /// <summary>What negative values are multiplied by between layers.</summary>
    internal const double Slope = 0.2;

    private readonly RowNetwork<T> _network;
    private readonly OutputForm _form;
    private readonly Lazy<string> _sha256;

    internal Mlp(InputMap<T> map, ImmutableArray<int> hiddenUnits, OutputForm form, float[] parameters, TrainingReport? report)
    {
        _form = form;
        _network = new(map, new Perceptron<float>([map.Inputs, .. hiddenUnits, form.Width], Slope), parameters);
        HiddenUnits = hiddenUnits;
        Report = report;
        _sha256 = new(() => ContentDigest.Of(Save));
        Raw = new RawOutputs<T>(_network, form.RawNames, form.RawKind, () => Identity);
    }

    /// <summary>The names of the classes, or "prediction" where the target was a number.</summary>
    public ImmutableArray<string> Outputs => _form.Names;

    /// <summary>A probability of classes, and a score where the target was a number.</summary>
    /// <param name="output">Position of the output.</param>
    public OutputKind KindOf(int output) => _form.AnswerKind;

    /// <summary>The network by the SHA-256 of what <see cref="Save(Stream)"/> writes.</summary>
    public ModelIdentity Identity => new("network", null, _sha256.Value);

    /// <summary>The units of each hidden layer.</summary>
    public ImmutableArray<int> HiddenUnits { get; }

    /// <summary>How many weights and biases it has.</summary>
    public int ParameterCount => _network.Parameters.Length;

    /// <summary>How training went; null for a model that was loaded.</summary>
    public TrainingReport? Report { get; }

    /// <summary>
    /// The network's own outputs as a model: the number in standard deviations from its mean, the log-odds of the second of
    /// two classes, or the logits of several. Regularizers work on these.
    /// </summary>
    public IDifferentiableModel<T> Raw { get; }

    internal ReadOnlySpan<float> Parameters => _network.Parameters;

    internal InputMap<T> Map => _network.Map;

    internal OutputForm Form => _form;

    /// <summary>The standard deviation of the target; 1 for classes.</summary>
    internal double TargetDeviation => _form.Deviation;

    /// <inheritdoc/>
    public void Score(EncodedRows<T> rows, Span<double> scores)
    {
        int width = _form.Width, outputs = Outputs.Length;
        double[] rented = ArrayPool<double>.Shared.Rent(rows.Count * width);
        Span<double> raw = rented.AsSpan(0, rows.Count * width);
        _network.Score(rows.Values, raw);
        for (int row = 0; row < rows.Count; row++)
            _form.Write(raw.Slice(row * width, width), scores.Slice(row * outputs, outputs));
        ArrayPool<double>.Shared.Return(rented);
    }

    /// <inheritdoc/>
    public void Gradient(EncodedRows<T> rows, int output, Span<double> gradients)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)output, (uint)Outputs.Length, nameof(output));
        _network.Gradient(rows.Values, (raw, slopes) => _form.Slopes(raw, output, slopes), gradients);
    }

    /// <summary>The layers and the outputs.</summary>
    public override string ToString() =>
        $"Mlp {string.Join('×', _network.Network is Perceptron<float> layers ? layers.Widths : [])} for {NameList.Names(Outputs)}";
}
