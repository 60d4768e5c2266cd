using TypedExplain.Generated;
using TypedExplain.Numerics;
using TypedExplain.Schema;

namespace TypedExplain;

public sealed partial class FeatureStatistics<T>
{
    /// <summary>Whether neighbors of an instance that has a value for a feature all have that value.</summary>
    internal bool IsHeld(Feature<T> feature) => feature.Draw == DrawMode.Fixed || (feature.Draw != DrawMode.Uniform && IsConstant(feature));

    /// <summary>Writes encoded rows in interpretable form, measured by these statistics.</summary>
    /// <param name="instance">The encoded instance.</param>
    /// <param name="rows">The encoded rows.</param>
    /// <param name="interpretable">Where they go, one number per feature.</param>
    /// <param name="stride">Numbers between the start of one and the next.</param>
    internal void Interpret(ReadOnlySpan<double> instance, ReadOnlySpan<double> rows, Span<double> interpretable, int stride)
    {
        using Pooled absent = new(T.Schema.IsComplete ? 0 : T.Schema.Features.Length);
        WriteAbsent(instance, absent.Span);
        T.Interpret(new Interpretation
        {
            Instance = instance,
            Mean = Origin.AsSpan(),
            Scale = Scale.AsSpan(),
            Axes = T.Schema.Axes,
            Absent = absent.Span,
            Rows = rows,
            Interpretable = interpretable,
            Stride = stride,
        });
        Bins?.Interpret(instance, rows, interpretable, stride);
    }

    /// <summary>
    /// What a missing value counts as: the mean of those that are not, in interpretable form; for a feature that neighbors
    /// do not vary, the instance's own.
    /// </summary>
    private void WriteAbsent(ReadOnlySpan<double> instance, Span<double> absent)
    {
        absent.Clear();
        foreach (Feature<T> feature in T.Schema.Features.AsSpan()[..absent.Length])
        {
            if (!feature.IsPresent(instance))
                continue;
            Axis axis = T.Schema.Axes[feature.Index];
            double own = instance[feature.Column];
            absent[feature.Index] = (IsHeld(feature), feature.IsNumeric, axis.Scale) switch
            {
                (true, false, _) => 1,
                (true, true, FeatureScale.Cyclic) => 0,
                (true, true, _) => (axis.Scaled(own) - Origin[feature.Index]) / Scale[feature.Index],
                (false, true, FeatureScale.Cyclic) => axis.Turn(own, Mean[feature]) / Scale[feature.Index],
                (false, true, _) => 0,
                _ when feature.Kind == FeatureKind.Category => Frequencies(feature)[feature.CategoryIn(instance)],
                _ => own == 1 ? Frequencies(feature)[0] : 1 - Frequencies(feature)[0],
            };
        }
    }
}
