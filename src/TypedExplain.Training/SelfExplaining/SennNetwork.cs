using System.Collections.Immutable;
using System.Numerics;
using TypedExplain.Numerics;
using TypedExplain.Training.Kernels;
using TypedExplain.Training.Networks;

namespace TypedExplain.Training.SelfExplaining;

/// <summary>
/// A self-explaining network over plain inputs: logit g(x) = θ(x)·[x, 1], θ a perceptron with a plain rectifier. The
/// penalty of a row is ‖∇g − θ₁…θ_d‖² = ‖Jᵀ[x, 1]‖², J the Jacobian of θ. One worker's own; not safe to share.
/// </summary>
/// <remarks>
/// v = Jᵀ[x, 1] is the gradient at the inputs of a backward pass that starts with [x, 1] at the outputs. θ is linear wherever no unit turns
/// on or off, so v is linear in each layer's weights: ∂‖v‖²/∂W is (2v carried forward to the layer)ᵀ · (the
/// backward pass there). No second derivatives are needed.
/// </remarks>
internal sealed class SennNetwork<TNumber>
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    private readonly Perceptron<TNumber> _theta;
    private readonly Activations<TNumber> _activations;
    private readonly Scratch<TNumber>[] _cotangents;
    private readonly Scratch<TNumber>[] _tangents;
    private int _rows;

    public SennNetwork(int inputs, ImmutableArray<int> hiddenUnits)
    {
        _theta = new([inputs, .. hiddenUnits, inputs + 1], 0);
        _activations = _theta.CreateActivations();
        _cotangents = [.. _theta.Widths.Select(_ => new Scratch<TNumber>())];
        _tangents = [.. _theta.Widths.Select(_ => new Scratch<TNumber>())];
    }

    public Perceptron<TNumber> Theta => _theta;

    private int Inputs => _theta.Inputs;

    /// <summary>The first layer of θ whose last answers are not all finite; −1 where there is none.</summary>
    public int FirstNotFinite => _activations.FirstNotFinite(_rows);

    /// <summary>θ of every row.</summary>
    public ReadOnlySpan<TNumber> Coefficients(ReadOnlySpan<TNumber> parameters, ReadOnlySpan<TNumber> inputs, int rows) =>
        _theta.Forward(parameters, inputs, _rows = rows, _activations);

    /// <summary>θ(x)·[x, 1] of one row.</summary>
    public static double Logit(ReadOnlySpan<TNumber> theta, ReadOnlySpan<TNumber> x)
    {
        double sum = double.CreateTruncating(theta[^1]);
        for (int j = 0; j < x.Length; j++)
            sum = Math.FusedMultiplyAdd(double.CreateTruncating(theta[j]), double.CreateTruncating(x[j]), sum);
        return sum;
    }

    /// <summary>The gradients of the logits with respect to the inputs, from θ as it was last computed for the same rows.</summary>
    public void InputGradients(ReadOnlySpan<TNumber> parameters, ReadOnlySpan<TNumber> inputs, int rows, Span<TNumber> gradients)
    {
        CarryBack(parameters, inputs, rows);
        ReadOnlySpan<TNumber> theta = _activations.Layer(_theta.Layers.Count - 1, rows), back = Cotangent(0, rows);
        for (int row = 0; row < rows; row++)
        {
            for (int j = 0; j < Inputs; j++)
                gradients[(row * Inputs) + j] = back[(row * Inputs) + j] + theta[(row * (Inputs + 1)) + j];
        }
    }

    /// <summary>The mean cross-entropy and the mean penalty; the gradient of their sum, the penalty times its weight, is added.</summary>
    public (double Data, double Penalty) Evaluate(ReadOnlySpan<TNumber> parameters, ReadOnlySpan<TNumber> inputs, int rows, ReadOnlySpan<double> targets, double weight, Span<TNumber> gradient)
    {
        ReadOnlySpan<TNumber> theta = Coefficients(parameters, inputs, rows);
        using Pooled memory = new(2 * rows);
        Span<double> logits = memory.Span[..rows], slopes = memory.Span[rows..];
        for (int row = 0; row < rows; row++)
            logits[row] = Logit(theta.Slice(row * (Inputs + 1), Inputs + 1), inputs.Slice(row * Inputs, Inputs));
        double data = DataLoss.Of(LossKind.Logistic, logits, targets, 1, slopes);

        CarryBack(parameters, inputs, rows);
        ReadOnlySpan<TNumber> v = Cotangent(0, rows);
        double penalty = 0;
        foreach (TNumber value in v)
            penalty = Math.FusedMultiplyAdd(double.CreateTruncating(value), double.CreateTruncating(value), penalty);
        penalty /= rows;
        if (gradient.IsEmpty)
            return (data, penalty);

        AddPenaltyGradient(parameters, rows, weight, gradient);
        Span<TNumber> own = _activations.OutputGradient(rows);
        WriteConcepts(inputs, rows, own);
        for (int row = 0; row < rows; row++)
        {
            foreach (ref TNumber value in own.Slice(row * (Inputs + 1), Inputs + 1))
                value *= TNumber.CreateTruncating(slopes[row]);
        }

        _theta.Backward(parameters, inputs, rows, _activations, gradient, default);
        return (data, penalty);
    }

    /// <summary>Carries [x, 1] from the outputs of θ to its inputs and keeps what each layer saw.</summary>
    private void CarryBack(ReadOnlySpan<TNumber> parameters, ReadOnlySpan<TNumber> inputs, int rows)
    {
        int layers = _theta.Layers.Count;
        WriteConcepts(inputs, rows, Cotangent(layers, rows));
        for (int layer = layers - 1; layer >= 0; layer--)
        {
            _theta.MultiplyBack(Cotangent(layer + 1, rows), rows, layer, parameters[_theta.Layers[layer].Weights], Cotangent(layer, rows), _activations.Packed);
            if (layer > 0)
                Elementwise.MultiplyBySlope(Cotangent(layer, rows), _activations.Layer(layer - 1, rows), TNumber.Zero);
        }
    }

    private void AddPenaltyGradient(ReadOnlySpan<TNumber> parameters, int rows, double weight, Span<TNumber> gradient)
    {
        Span<TNumber> start = Tangent(0, rows);
        TNumber factor = TNumber.CreateTruncating(2 * weight / rows);
        ReadOnlySpan<TNumber> v = Cotangent(0, rows);
        for (int i = 0; i < start.Length; i++)
            start[i] = factor * v[i];
        for (int layer = 0; layer < _theta.Layers.Count; layer++)
        {
            Range weights = _theta.Layers[layer].Weights;
            _theta.AddProduct(Tangent(layer, rows), rows, layer, Cotangent(layer + 1, rows), gradient[weights], _activations.Packed);
            if (layer == _theta.Layers.Count - 1)
                return;
            Span<TNumber> next = Tangent(layer + 1, rows);
            _theta.Multiply(Tangent(layer, rows), rows, layer, parameters[weights], next, _activations.Packed);
            Elementwise.MultiplyBySlope(next, _activations.Layer(layer, rows), TNumber.Zero);
        }
    }

    private void WriteConcepts(ReadOnlySpan<TNumber> inputs, int rows, Span<TNumber> concepts)
    {
        for (int row = 0; row < rows; row++)
        {
            inputs.Slice(row * Inputs, Inputs).CopyTo(concepts[(row * (Inputs + 1))..]);
            concepts[(row * (Inputs + 1)) + Inputs] = TNumber.One;
        }
    }

    private Span<TNumber> Cotangent(int layer, int rows) => _cotangents[layer].Take(rows * _theta.Widths[layer]);

    private Span<TNumber> Tangent(int layer, int rows) => _tangents[layer].Take(rows * _theta.Widths[layer]);
}
