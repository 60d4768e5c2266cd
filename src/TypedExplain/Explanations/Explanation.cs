using System.Globalization;
using TypedExplain.Media;

namespace TypedExplain;

/// <summary>Why a model gave an instance its score: an attribution, the linear surrogate behind it and how good that is.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed partial class Explanation<T>
    where T : IFeatureRecord<T>
{
    private readonly double[] _columns;
    private readonly FeatureStatistics<T> _statistics;
    private readonly double _constant;

    internal Explanation(T instance, ReadOnlySpan<double> columns, ReadOnlySpan<double> standardizedSlopes, double interceptOfStandardized, FeatureStatistics<T> statistics, IReadOnlyList<MediaNeighbors>? media = null)
        : this(instance, columns, standardizedSlopes[..T.Schema.Features.Length], interceptOfStandardized, statistics, OfMedia(media ?? [], standardizedSlopes[T.Schema.Features.Length..]))
    {
    }

    /// <summary>An explanation whose texts and images have their effects already.</summary>
    internal Explanation(T instance, ReadOnlySpan<double> columns, ReadOnlySpan<double> standardizedSlopes, double interceptOfStandardized, FeatureStatistics<T> statistics, MediaAttribution[] media)
    {
        double[] effects = new double[T.Schema.Features.Length];
        double intercept = interceptOfStandardized;
        for (int j = 0; j < effects.Length; j++)
        {
            effects[j] = standardizedSlopes[j] / statistics.Scale[j];
            intercept -= effects[j] * statistics.Origin[j];
        }

        _statistics = statistics;
        _constant = interceptOfStandardized;
        _columns = columns.ToArray();
        Instance = instance;
        Standardized = new(standardizedSlopes.ToArray());
        Attribution = new(effects, Standardized, media);
        Intercept = intercept;
    }

    /// <summary>The explained instance.</summary>
    public T Instance { get; }

    /// <summary>The explained output of the model.</summary>
    public required string Output { get; init; }

    /// <summary>The model's answer for the instance, as it gave it.</summary>
    public required double Prediction { get; init; }

    /// <summary>The effect of each feature, in its own units, on the scale of <see cref="Link"/>.</summary>
    public Attribution<T> Attribution { get; }

    /// <summary>The effect of each feature per standard deviation, so that features can be compared.</summary>
    public FeatureVector<T> Standardized { get; }

    /// <summary>
    /// The surrogate's constant, on the scale of the effects: its sum where every number is 0 on its scale (on a circle, the instance's own) and every
    /// category another one.
    /// </summary>
    public double Intercept { get; }

    /// <summary>The surrogate's answer for the instance, on the model's scale: of a probability never below 0 or above 1 in log odds.</summary>
    public double LocalPrediction => Predict(Instance);

    /// <summary>How well the surrogate fits around the instance; null where no surrogate was fitted to a neighborhood.</summary>
    public LocalFit? Fit { get; init; }

    /// <summary>How many rows the model was asked about.</summary>
    public required int Queries { get; init; }

    /// <summary>How the surrogate was solved for.</summary>
    public Convergence Convergence { get; init; } = Convergence.Exact;

    /// <summary>How far environments agree; null for a method without environments.</summary>
    public EnvironmentAgreement<T>? Agreement { get; init; }

    /// <summary>The neighbors with the highest and lowest answers; null for a method that does not keep them.</summary>
    public NeighborExamples<T>? Examples { get; init; }

    /// <summary>Reasons not to rely on this explanation.</summary>
    public Caveats Caveats { get; internal set; }

    /// <summary>What the effects of features near the mean cost the surrogate; null without <see cref="Caveats.NearTheMean"/>.</summary>
    public LossNearTheMean? LossNearTheMean { get; init; }

    /// <summary>On what of the instance the answer rests that its row does not hold; null where it does not.</summary>
    public RowLoss<T>? RowLoss { get; init; }

    /// <summary>The explainer that made it, with its options and its seed.</summary>
    public required IExplainer<T> Explainer { get; init; }

    /// <summary>
    /// The surrogate's answer for any record, on the model's scale: intercept + Σ effect · value, or the probability whose log odds
    /// that is where <see cref="Link"/> is <see cref="LinkFunction.Logit"/>. There a number counts on its scale and a category
    /// or a number in bins counts 1 if it is the instance's. A missing value counts as the mean of those that are not. A word
    /// counts 1 where the record's text has it, a segment where the record's image is the same in it, a pixel by its number.
    /// </summary>
    /// <param name="record">The record.</param>
    /// <exception cref="InvalidFeatureException">The record holds a value that its schema does not allow.</exception>
    public double Predict(T record) => Scale.From(PredictLinked(record));

    /// <summary>The bin by which a number of the instance was explained, in words; null where it was not put into bins.</summary>
    /// <param name="feature">The number.</param>
    public string? BinOf(Feature<T> feature)
    {
        ArgumentNullException.ThrowIfNull(feature);
        return _statistics.Bins?.Describe(feature, _columns, CultureInfo.InvariantCulture);
    }

    /// <summary>The encoded instance.</summary>
    internal ReadOnlySpan<double> Columns => _columns;

    /// <summary>What the effects per standard deviation are measured by.</summary>
    internal FeatureStatistics<T> Statistics => _statistics;

    /// <summary>The surrogate's constant where every standardized value is 0.</summary>
    internal double Constant => _constant;

    /// <summary>What effects are compared by: per standard deviation, then those of the parts of texts and images.</summary>
    internal double[] Importances()
    {
        double[] all = new double[Standardized.AsSpan().Length + Attribution.PartCount];
        Standardized.AsSpan().CopyTo(all);
        int at = Standardized.AsSpan().Length;
        foreach (MediaAttribution media in Attribution.Media)
        {
            media.Effects.CopyTo(all.AsSpan(at));
            at += media.Effects.Length;
        }

        return all;
    }

    private static MediaAttribution[] OfMedia(IReadOnlyList<MediaNeighbors> media, ReadOnlySpan<double> effects)
    {
        MediaAttribution[] attributions = new MediaAttribution[media.Count];
        for (int i = 0; i < attributions.Length; i++)
        {
            attributions[i] = MediaAttribution.Of(media[i], effects[..media[i].Parts].ToArray(), T.Schema.Media[i].IsProtected);
            effects = effects[media[i].Parts..];
        }

        return attributions;
    }
}
