using System.Globalization;
using TypedExplain.Errors;
using TypedExplain.Generated;
using TypedExplain.Schema;

namespace TypedExplain.Training.Research;

/// <summary>
/// The agent of ExpO's user study (Plumb et al., 2020, A.7): it changes a model's prediction by moving one number at a time,
/// and knows of the model what an explainer tells it. Fewer steps mean more useful explanations.
/// </summary>
/// <remarks>
/// A step moves one number by a standard deviation of the explainer's statistics, on its scale; whole numbers by at least 1,
/// and none beyond its limits. At each step the current record is explained again.
/// </remarks>
/// <typeparam name="T">The record.</typeparam>
public sealed record UserStudyAgent<T>
    where T : IFeatureRecord<T>
{
    /// <summary>Tells the agent what each number does.</summary>
    public required IExplainer<T> Explainer { get; init; }

    /// <summary>How far features spread; their deviations are the steps.</summary>
    public required FeatureStatistics<T> Statistics { get; init; }

    /// <summary>λ, how much the agent trusts the explanation; 0 makes it walk at random, 0 or more.</summary>
    [OptionRange(AtLeast = 0, Below = double.PositiveInfinity)]
    public double Scale { get; init; } = 10;

    /// <summary>By how much the prediction is to change.</summary>
    public double Change { get; init; } = 1;

    /// <summary>How near is near enough; above 0.</summary>
    [OptionRange(Above = 0, Below = double.PositiveInfinity)]
    public double Tolerance { get; init; } = 0.1;

    /// <summary>The most steps; at least 1.</summary>
    [OptionRange(AtLeast = 1)]
    public int MaxSteps { get; init; } = 150;

    /// <summary>Seed of the choices.</summary>
    public int Seed { get; init; }

    /// <summary>Takes steps until the prediction is near the target.</summary>
    /// <param name="model">A model with one output.</param>
    /// <param name="start">Where it begins.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <exception cref="InvalidOptionException">An option is outside what it may be, or the record has no number to move.</exception>
    public AgentRun<T> Run(IModel<T> model, T start, CancellationToken cancellation = default)
    {
        Check();
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(start);
        double[] row = new double[T.Schema.Columns];
        T.Schema.Encode(start, row);
        RandomStream stream = new RandomStream(Seed, "agent").For(row);
        List<T> path = [start];
        List<double> predictions = [model.Predict(start, cancellation)];
        double target = predictions[0] + Change;
        while (!AgentChoice.IsDone(predictions[^1], target, Tolerance) && path.Count <= MaxSteps)
        {
            cancellation.ThrowIfCancellationRequested();
            Feature<T>[] movable = [.. T.Schema.Features.Where(feature => feature.IsNumeric && feature.IsPresent(row))];
            if (movable.Length == 0)
                throw new InvalidOptionException($"{T.Schema.Describe(row)} has no number that the agent could move.");
            Explanation<T> explanation = Explainer.Explain(model, path[^1], cancellation);
            double[] coefficients = [.. movable.Select(feature => explanation.Attribution[feature] * Statistics.Scale[feature.Index])];
            double[] probabilities = new double[movable.Length];
            AgentChoice.Scores(Scale, predictions[^1], target, coefficients, probabilities);
            AgentChoice.Probabilities([.. probabilities], probabilities);
            int chosen = AgentChoice.Choose(probabilities, stream.Uniform(path.Count));
            Move(movable[chosen], AgentChoice.Direction(predictions[^1], target, coefficients[chosen]), row);
            path.Add(T.Decode(row, MediaValues.Absent, start));
            predictions.Add(model.Predict(path[^1], cancellation));
        }

        return new(path.Count - 1, AgentChoice.IsDone(predictions[^1], target, Tolerance), target, [.. path], [.. predictions]);
    }

    private void Check()
    {
        _ = Explainer.Given(nameof(Explainer), "the agent");
        _ = Statistics.Given(nameof(Statistics), "the agent");
        if (!(Scale >= 0 && double.IsFinite(Scale)))
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"Scale of the agent is {Scale}; it must be 0 or more."));
        if (!double.IsFinite(Change))
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"Change of the agent is {Change}; it must be a finite number."));
        if (!(Tolerance > 0 && double.IsFinite(Tolerance)))
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"Tolerance of the agent is {Tolerance}; it must be above 0."));
        if (MaxSteps < 1)
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"MaxSteps of the agent is {MaxSteps}; it must be at least 1."));
    }

    private void Move(Feature<T> feature, int direction, double[] row)
    {
        Axis axis = T.Schema.Axes[feature.Index];
        double before = row[feature.Column], after = axis.Unscaled(axis.Scaled(before) + (direction * Statistics.Scale[feature.Index]));
        if (feature.Scale == FeatureScale.Cyclic)
        {
            double period = axis.Range.Maximum - axis.Range.Minimum, turns = (after - axis.Range.Minimum) / period;
            after = axis.Range.Minimum + ((turns - Math.Floor(turns)) * period);
        }

        if (feature.Kind is FeatureKind.Whole or FeatureKind.Ordinal)
        {
            after = Math.Round(after);
            after = after == before ? before + direction : after;
        }

        row[feature.Column] = Math.Clamp(after, feature.Limits.Minimum, feature.Limits.Maximum) + 0.0;

        // What the record's own type cannot hold to the bit is stored as it can.
        T.Encode(T.Decode(row), row);
    }
}
