using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace TypedExplain.Testing;

/// <summary>
/// What a second model changes in the answers and the reasons for the same instances, apart from what the seed of the
/// explainer changes by itself.
/// </summary>
/// <remarks>
/// Both models are explained under the same several seeds. Of an instance it is told that the model changed its first reason
/// only if the first reason is the same under all seeds of the model before, the same under all seeds of the model after, and not
/// the same of both; if a seed by itself changes it, that instance is undecided. Likewise for the set of the first k reasons, and for
/// the direction of a feature that is among them under both models. Whether the model changes more than seeds do over all
/// instances is told by a test (<see cref="ReasonChange.IsByModel"/>). Protected features count by name, and texts
/// and images are left out. Features are ranked by effects per standard deviation, or by contributions where the explainer gives SHAP
/// values.
/// </remarks>
/// <typeparam name="T">The record.</typeparam>
[JsonConverter(typeof(ResultConverter))]
public sealed partial class ModelDiff<T> : IJsonResult
    where T : IFeatureRecord<T>
{
    private ModelDiff(ModelDiffOptions<T> options, IExplainer<T> explainer, bool isExact, ReasonChange firstReason, ReasonChange topReasons, ReasonChange direction)
    {
        (Options, Explainer, IsExact) = (options, explainer, isExact);
        (FirstReason, TopReasons, Direction) = (firstReason, topReasons, direction);
    }

    /// <summary>How they were compared.</summary>
    public ModelDiffOptions<T> Options { get; }

    /// <summary>The explainer with the first seed.</summary>
    public IExplainer<T> Explainer { get; }

    /// <summary>Whether all seeds agreed to the bit under both models, so that every difference is the model's.</summary>
    public bool IsExact { get; }

    /// <summary>Every instance that was explained under all seeds of both models, in their order.</summary>
    public ImmutableArray<InstanceDiff<T>> Instances { get; private init; } = [];

    /// <summary>The instances that could not be explained; they count nowhere else.</summary>
    public ImmutableArray<FailedInstance> Failed { get; private init; } = [];

    /// <summary>Instances whose answer differs by more than <see cref="ModelDiffOptions{T}.Tolerance"/>. Answers do not depend on seeds.</summary>
    public Share Prediction { get; private init; }

    /// <summary>The mean over instances by how much the answer differs, without its sign.</summary>
    public double MeanPredictionChange { get; private init; }

    /// <summary>The largest such difference.</summary>
    public double LargestPredictionChange { get; private init; }

    /// <summary>Whether another feature comes first.</summary>
    public ReasonChange FirstReason { get; }

    /// <summary>Whether other features are among the first k reasons, in whatever order.</summary>
    public ReasonChange TopReasons { get; }

    /// <summary>Whether a feature that is among the first k reasons of both has the opposite direction.</summary>
    public ReasonChange Direction { get; }

    /// <summary>The same for each feature, protected ones too, in the order of the schema.</summary>
    public ImmutableArray<FeatureDiff<T>> Features { get; private init; } = [];

    /// <summary>The same for each segment.</summary>
    public ImmutableArray<SegmentDiff<T>> Segments { get; private init; } = [];

    /// <summary>Whether two seeds by themselves change the reasons of more instances than <see cref="ModelDiffOptions{T}.MaximumNoise"/>, under the model before or after.</summary>
    public bool IsNoisy => Math.Max(FirstReason.Noise.Value, TopReasons.Noise.Value) > Options.MaximumNoise;
}
