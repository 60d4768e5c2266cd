using TypedExplain.Training.Gradients;

namespace TypedExplain.Training;

/// <summary>The gradient itself (Simonyan, Vedaldi and Zisserman, 2014), in the output's units per unit of the column.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed record GradientMap<T> : IGradientMap<T>
    where T : IFeatureRecord<T>
{
    /// <summary>Whether the sizes are given, as they are shown, and not the signs too.</summary>
    public bool IsAbsolute { get; init; }

    /// <inheritdoc/>
    public string Name => IsAbsolute ? "Absolute gradient" : "Gradient";

    /// <inheritdoc/>
    public double[] Map(IDifferentiableModel<T> model, T record, [OptionRange(AtLeast = 0)] int? output = null)
    {
        GradientRows<T> rows = new(model, record, output, Name);
        double[] gradient = rows.Mean(rows.Own, 1);
        for (int i = 0; IsAbsolute && i < gradient.Length; i++)
            gradient[i] = Math.Abs(gradient[i]);
        return gradient;
    }
}
