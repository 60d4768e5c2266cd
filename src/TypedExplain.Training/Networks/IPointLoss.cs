namespace TypedExplain.Training;

/// <summary>A loss over groups of rows around points, or over the weights alone, in a form that knows of no record.</summary>
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

    /// <summary>The penalty of one layer's weights; its gradient, times a factor, is added.</summary>
    double Penalty(ReadOnlySpan<double> weights, Span<double> gradient);
}
