namespace TypedExplain.Training.Networks;

/// <summary>A loss over groups of rows around points, or over the weights only, in a form that knows of no record.</summary>
internal interface IPointLoss
{
    /// <summary>λ, what the loss is multiplied by.</summary>
    double Lambda { get; }

    /// <summary>How many rows belong to one point; 0 for a penalty of the weights.</summary>
    int RowsPerPoint { get; }

    /// <summary>How many points there are.</summary>
    int Points { get; }

    /// <summary>The loss at one point, and its gradient with respect to the predictions of its rows.</summary>
    double Loss(int point, ReadOnlySpan<double> predictions, Span<double> gradient);

    /// <summary>The losses at points one after the other, each to the bit as <see cref="Loss"/> gives it.</summary>
    /// <param name="first">The first of the points.</param>
    /// <param name="predictions">The predictions of their rows.</param>
    /// <param name="gradient">Where the gradients go.</param>
    /// <param name="values">Where the losses go, one per point.</param>
    void Losses(int first, ReadOnlySpan<double> predictions, Span<double> gradient, Span<double> values)
    {
        int length = predictions.Length / values.Length;
        for (int i = 0; i < values.Length; i++)
            values[i] = Loss(first + i, predictions.Slice(i * length, length), gradient.Slice(i * length, length));
    }

    /// <summary>The penalty of one layer's weights; its gradient, times a factor, is added.</summary>
    double Penalty(ReadOnlySpan<double> weights, Span<double> gradient);
}
