using System.Collections.Concurrent;
using System.Collections.Immutable;
using TypedExplain.Files;
using TypedExplain.Training.Models;
using TypedExplain.Training.Networks;
using TypedExplain.Training.SelfExplaining;

namespace TypedExplain.Training;

/// <summary>
/// A trained self-explaining network. Its outputs are the probabilities of its two classes; <see cref="Explain"/> gives the
/// coefficients that it computed them by.
/// </summary>
/// <remarks>Immutable, so safe to share between threads.</remarks>
/// <typeparam name="T">The record that it scores.</typeparam>
public sealed partial class Senn<T> : IDifferentiableModel<T>, IIdentifiedModel
    where T : IFeatureRecord<T>
{
    private const int BlockRows = 512;

    private readonly InputMap<T> _map;
    private readonly ImmutableArray<int> _hiddenUnits;
    private readonly float[] _parameters;
    private readonly Lazy<string> _sha256;
    private readonly ConcurrentBag<SennNetwork<float>> _networks = [];

    internal Senn(InputMap<T> map, ImmutableArray<int> hiddenUnits, float[] parameters, ImmutableArray<string> classes)
    {
        (_map, _hiddenUnits, _parameters) = (map, hiddenUnits, parameters);
        Outputs = classes;
        _sha256 = new(() => ContentDigest.Of(Save));
    }

    /// <summary>The names of the two classes.</summary>
    public ImmutableArray<string> Outputs { get; }

    /// <summary>The network by the SHA-256 of what <see cref="Save(Stream)"/> writes.</summary>
    public ModelIdentity Identity => new("self-explaining network", null, _sha256.Value);

    /// <summary>A probability.</summary>
    /// <param name="output">Position of the output.</param>
    public OutputKind KindOf(int output) => OutputKind.Probability;

    /// <inheritdoc/>
    public void Score(EncodedRows<T> rows, Span<double> scores)
    {
        SennNetwork<float> network = Borrow();
        for (int first = 0; first < rows.Count; first += BlockRows)
        {
            int count = Math.Min(BlockRows, rows.Count - first);
            float[] inputs = Inputs(rows, first, count);
            ReadOnlySpan<float> theta = network.Coefficients(_parameters, inputs, count);
            for (int row = 0; row < count; row++)
            {
                double logit = Logit(theta, inputs, row);
                scores[2 * (first + row)] = DataLoss.Sigmoid(-logit);
                scores[(2 * (first + row)) + 1] = DataLoss.Sigmoid(logit);
            }
        }

        _networks.Add(network);
    }

    /// <inheritdoc/>
    public void Gradient(EncodedRows<T> rows, int output, Span<double> gradients)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)output, 2u, nameof(output));
        SennNetwork<float> network = Borrow();
        for (int first = 0; first < rows.Count; first += BlockRows)
        {
            int count = Math.Min(BlockRows, rows.Count - first);
            float[] inputs = Inputs(rows, first, count), slopes = new float[inputs.Length];
            ReadOnlySpan<float> theta = network.Coefficients(_parameters, inputs, count);
            network.InputGradients(_parameters, inputs, count, slopes);
            for (int row = 0; row < count; row++)
            {
                Span<double> own = gradients.Slice((first + row) * rows.Columns, rows.Columns);
                _map.CarryBack(rows[first + row], slopes.AsSpan(row * _map.Inputs, _map.Inputs), own);
                double logit = Logit(theta, inputs, row), factor = (output == 1 ? 1 : -1) * DataLoss.Sigmoid(logit) * DataLoss.Sigmoid(-logit);
                foreach (ref double slope in own)
                    slope *= factor;
            }
        }

        _networks.Add(network);
    }

    /// <summary>The model's own explanation of its answer for an instance.</summary>
    /// <param name="instance">The instance.</param>
    /// <exception cref="InvalidFeatureException">It holds a value that its schema does not allow.</exception>
    public SennExplanation<T> Explain(T instance)
    {
        double[] columns = new double[T.Schema.Columns];
        T.Schema.Encode(instance, columns);
        float[] inputs = new float[_map.Inputs];
        _map.Write<float>(columns, inputs);
        SennNetwork<float> network = Borrow();
        double[] theta = new double[_map.Inputs + 1];
        ReadOnlySpan<float> own = network.Coefficients(_parameters, inputs, 1);
        for (int i = 0; i < theta.Length; i++)
            theta[i] = own[i];
        _networks.Add(network);
        return new(_map, instance, theta, inputs, Outputs[1]);
    }

    private float[] Inputs(EncodedRows<T> rows, int first, int count)
    {
        float[] inputs = new float[count * _map.Inputs];
        _map.Write<float>(rows.Values.Slice(first * rows.Columns, count * rows.Columns), inputs);
        return inputs;
    }

    private double Logit(ReadOnlySpan<float> theta, float[] inputs, int row) =>
        SennNetwork<float>.Logit(theta.Slice(row * (_map.Inputs + 1), _map.Inputs + 1), inputs.AsSpan(row * _map.Inputs, _map.Inputs));

    private SennNetwork<float> Borrow() => _networks.TryTake(out SennNetwork<float>? idle) ? idle : new(_map.Inputs, _hiddenUnits);
}
