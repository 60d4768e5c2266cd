using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Calibrators;
using Microsoft.ML.Trainers;
using Microsoft.ML.Trainers.FastTree;
using TypedExplain.ML.Pipelines;

namespace TypedExplain.ML.Slots;

/// <summary>The trees of a pipeline, and what is made of their sums.</summary>
/// <param name="Before">What stands before them, in its order.</param>
/// <param name="Column">The column that they ask about.</param>
/// <param name="Trees">The trees.</param>
/// <param name="Constants">What the sums begin with, one number per output.</param>
/// <param name="Link">What is done to the sums at the end.</param>
/// <param name="AreLogOdds">Whether sums are log odds.</param>
internal sealed record SlotForest(ImmutableArray<ITransformer> Before, string Column, ImmutableArray<SlotTree> Trees, ImmutableArray<double> Constants, ForestLink Link, bool AreLogOdds)
{
    private const string Remedy = "TreeSHAP reads those of FastTree, FastForest and LightGBM. Use KernelShap over MLModel.";

    /// <summary>Finds the trees of a pipeline; of several classes, in each form that ML.NET may take them in, since it does not tell.</summary>
    /// <param name="pipeline">The pipeline.</param>
    /// <param name="scores">The column of answers that is explained.</param>
    /// <exception cref="InvalidModelException">Its predictor has none, or something stands between them and the column.</exception>
    public static ImmutableArray<SlotForest> Of(ITransformer pipeline, ScoreColumn scores)
    {
        ImmutableArray<ITransformer> parts = [.. Flat(pipeline)];
        int place = parts.Length - 1;
        while (place >= 0 && parts[place] is not ISingleFeaturePredictionTransformer<object>)
            place--;
        if (place < 0)
            throw new InvalidModelException($"The pipeline has no predictor of one column of features; it is made of {string.Join(", ", parts.Select(NameOf))}. {Remedy}");
        ISingleFeaturePredictionTransformer<object> predictor = (ISingleFeaturePredictionTransformer<object>)parts[place];
        ImmutableArray<ITransformer> before = parts[..place];
        if (predictor.Model is OneVersusAllModelParameters classes)
            return [OfClasses(before, predictor.FeatureColumnName, classes, scores, isCalibrated: true), OfClasses(before, predictor.FeatureColumnName, classes, scores, isCalibrated: false)];
        (TreeEnsembleModelParameters trees, ICalibrator? calibrator) = Unwrapped(predictor.Model);
        List<SlotTree> read = [];
        if (calibrator is null || scores.Name != ScoreColumn.Probability)
        {
            double bias = Add(read, trees, 0, 1);
            ForestLink link = trees is FastTreeTweedieModelParameters ? ForestLink.Exponential : ForestLink.Identity;
            return [new(before, predictor.FeatureColumnName, [.. read], [bias], link, false)];
        }

        (double factor, double constant) = LogOdds(calibrator);
        constant += Add(read, trees, 0, factor);
        return [new(before, predictor.FeatureColumnName, [.. read], [constant], ForestLink.Sigmoid, true)];
    }

    /// <summary>The trees of several classes: each class's probability against all others by its calibrator, or a softmax of all sums.</summary>
    private static SlotForest OfClasses(ImmutableArray<ITransformer> before, string column, OneVersusAllModelParameters model, ScoreColumn scores, bool isCalibrated)
    {
        ImmutableArray<object> classes = TreeInternals.ModelsOf(model);
        if (classes.Length != scores.Names.Length)
            throw new InvalidModelException($"The predictor has models of {classes.Length} classes, and column {scores.Name} holds {scores.Names.Length} numbers. Name in {nameof(MLModelOptions<>)}.{nameof(MLModelOptions<>.Output)} the column of all classes' scores.");
        List<SlotTree> read = [];
        double[] constants = new double[classes.Length];
        for (int i = 0; i < classes.Length; i++)
        {
            (TreeEnsembleModelParameters trees, ICalibrator? calibrator) = Unwrapped(classes[i]);
            isCalibrated &= calibrator is not null;
            (double factor, constants[i]) = isCalibrated ? LogOdds(calibrator!) : (1, 0);
            constants[i] += Add(read, trees, i, factor);
        }

        return new(before, column, [.. read], [.. constants], isCalibrated ? ForestLink.NormalizedSigmoid : ForestLink.Softmax, isCalibrated);
    }

    /// <summary>What a part of ML.NET calls itself, which is its type, without the types that it is over.</summary>
    private static string NameOf(object part)
    {
        string name = (part.ToString() ?? "").Split('`', '[')[0];
        return name[(name.LastIndexOf('.') + 1)..];
    }

    private static IEnumerable<ITransformer> Flat(ITransformer transformer) =>
        transformer is IEnumerable<ITransformer> chain ? chain.SelectMany(Flat) : [transformer];

    private static (TreeEnsembleModelParameters Trees, ICalibrator? Calibrator) Unwrapped(object model)
    {
        ICalibrator? calibrator = null;
        if (model is CalibratedModelParametersBase calibrated)
            (model, calibrator) = (calibrated.SubModel, calibrated.Calibrator);
        return model is TreeEnsembleModelParameters trees ? (trees, calibrator) : throw new InvalidModelException($"The predictor of the pipeline is a {NameOf(model)}, which has no trees. {Remedy}");
    }

    /// <summary>What makes log odds of scores: Platt's p = 1/(1 + exp(slope · score + offset)).</summary>
    private static (double Factor, double Constant) LogOdds(ICalibrator calibrator) => calibrator is PlattCalibrator platt
        ? (-platt.Slope, -platt.Offset)
        : throw new InvalidModelException($"The scores of the trees become probabilities by a {NameOf(calibrator)}, below which no log odds are a sum of trees. Explain the score itself: set {nameof(MLModelOptions<>)}.{nameof(MLModelOptions<>.Output)} to \"Score\".");

    /// <summary>Adds the trees of a model, times a factor, and gives its bias.</summary>
    private static double Add(List<SlotTree> read, TreeEnsembleModelParameters model, int output, double factor)
    {
        (IReadOnlyList<RegressionTreeBase> trees, IReadOnlyList<double> weights, double bias) = model switch
        {
            TreeEnsembleModelParametersBasedOnRegressionTree own => ((IReadOnlyList<RegressionTreeBase>)own.TrainedTreeEnsemble.Trees, own.TrainedTreeEnsemble.TreeWeights, own.TrainedTreeEnsemble.Bias),
            TreeEnsembleModelParametersBasedOnQuantileRegressionTree own => (own.TrainedTreeEnsemble.Trees, own.TrainedTreeEnsemble.TreeWeights, own.TrainedTreeEnsemble.Bias),
            _ => throw new InvalidModelException($"The predictor of the pipeline is a {NameOf(model)}, whose trees are not read. {Remedy}"),
        };
        float[]?[] standIns = TreeInternals.StandIns(model);

        // A random forest of numbers answers with the mean of its trees, one of classes with their sum.
        double share = model is FastForestRegressionModelParameters ? factor / trees.Count : factor;
        for (int i = 0; i < trees.Count; i++)
            read.Add(new(trees[i], weights[i] * share, standIns[i], output));
        return bias * factor;
    }
}
