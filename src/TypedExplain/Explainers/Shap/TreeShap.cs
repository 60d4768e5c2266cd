using System.Collections.Immutable;
using TypedExplain.Explainers.Shap;
using TypedExplain.Explanations;
using TypedExplain.Models;
using TypedExplain.Models.Forests;
using TypedExplain.Numerics;

namespace TypedExplain;

/// <summary>
/// TreeSHAP: the exact Shapley values of a forest, read off its trees without asking it about coalitions. All columns
/// of a category count as one feature. The values of a forest are the mean of its trees'.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
public sealed partial record TreeShap<T> : IShapExplainer<T>
    where T : IFeatureRecord<T>
{
    /// <inheritdoc/>
    public string Name => "TreeSHAP";

    /// <summary>What a tree answers for a row of which only some features are known.</summary>
    public TreeExpectation Expectation { get; init; }

    /// <summary>
    /// Reference rows, at least one. <see cref="TreeExpectation.Interventional"/> needs them for its values, and the
    /// linear form that <see cref="Explain"/> gives always does, for the means of the features.
    /// </summary>
    public WeightedRows<T>? Background { get; init; }

    Description IDescribed.Describe() => Description.OfLibrary(nameof(TreeShap<>)).With("expectation", Expectation.ToString()).With("background", Background);

    /// <inheritdoc/>
    /// <remarks>The model must be a <see cref="Forest{T}"/>, or one output of it. The run asks for no rows: it reads the trees.</remarks>
    public Run<T, ShapValues<T>> BeginValues(IModelInfo<T> model, T instance, CancellationToken cancellation = default) => Run<T, ShapValues<T>>.Of(() => OfTrees(model, instance, cancellation), Name);

    /// <inheritdoc/>
    public Run<T, Explanation<T>> Begin(IModelInfo<T> model, T instance, CancellationToken cancellation = default) => Run<T, Explanation<T>>.Of(() => Linear(model, instance, cancellation), Name);

    /// <inheritdoc/>
    /// <remarks>The model must be a <see cref="Forest{T}"/>, or one output of it.</remarks>
    public ShapValues<T> Values(IModel<T> model, T instance, CancellationToken cancellation = default) => BeginValues(model, instance, cancellation).Finish(model, cancellation);

    /// <inheritdoc/>
    public Explanation<T> Explain(IModel<T> model, T instance, CancellationToken cancellation = default) => Begin(model, instance, cancellation).Finish(model, cancellation);

    /// <summary>The contributions to each output of a forest, in the order of its outputs.</summary>
    /// <param name="forest">The forest.</param>
    /// <param name="instance">The instance.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <exception cref="InvalidFeatureException">The instance holds a value that its schema does not allow.</exception>
    /// <exception cref="InvalidOptionException">An option is outside what it may be.</exception>
    public ImmutableArray<ShapValues<T>> ValuesOfOutputs(Forest<T> forest, T instance, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(forest);
        return [.. Values(forest, 0, forest.Outputs.Length, instance, cancellation)];
    }

    private ShapValues<T> OfTrees(IModelInfo<T> model, T instance, CancellationToken cancellation)
    {
        model.RequireOneOutput();
        (Forest<T> forest, int output) = Trees(model);
        return Values(forest, output, 1, instance, cancellation)[0];
    }

    private Explanation<T> Linear(IModelInfo<T> model, T instance, CancellationToken cancellation)
    {
        if (Background is null)
            throw new InvalidOptionException($"Background of {Name} is not given; the linear form needs it for the means of the features. If you only want the contributions, call Values.");
        return LinearForm.Of(OfTrees(model, instance, cancellation), Background, () =>
        {
            (Forest<T> forest, int output) = Trees(model);
            double[] answers = new double[Background.Count];
            new OutputModel<T>(forest, output).Score(Background.Rows.Encoded, answers);
            return answers;
        });
    }

    private (Forest<T> Forest, int Output) Trees(IModelInfo<T> model) => Trees(model, 0) is (Forest<T> forest, int output)
        ? (forest, output)
        : model is IForestModel<T> ? throw new InvalidModelException($"{Name} reads sums of trees, and this model of {T.Schema.Name} makes its answers of them by a link; give its Forest, whose outputs say what the sums are.")
        : throw new InvalidModelException($"{Name} reads the trees of a model and accepts a Forest<{T.Schema.Name}>, or one output of it chosen with forest.Output(...). For other models use KernelShap<{T.Schema.Name}>.");

    /// <summary>The forest that a model stands for, and which of its outputs.</summary>
    private static (Forest<T>? Forest, int Output) Trees(IModelInfo<T> model, int output) => model switch
    {
        OutputModel<T> one => Trees(one.Inner, one.Output),
        IWrappingModel<T> told => Trees(told.Inner, output),
        _ => (model as Forest<T>, output),
    };

    /// <summary>The contributions to some of a forest's outputs, which follow each other.</summary>
    private ShapValues<T>[] Values(Forest<T> forest, int first, int count, T instance, CancellationToken cancellation)
    {
        bool isInterventional = Expectation == TreeExpectation.Interventional;
        if (!isInterventional && Expectation != TreeExpectation.PathDependent)
            throw new InvalidOptionException($"Expectation of {Name} is {(int)Expectation}; it must be PathDependent or Interventional.");
        if (isInterventional)
            _ = Given();

        using Pooled columns = new(T.Schema.Columns);
        T.Schema.Encode(instance, columns.Span);
        using Pooled answers = new(forest.Outputs.Length);
        forest.Score(new EncodedRows<T>(columns.Span), answers.Span);
        double[][] contributions = [.. Enumerable.Range(0, count).Select(_ => new double[T.Schema.Features.Length])];
        double[] empty = new double[count];
        if (isInterventional)
        {
            double[] own = columns.Span.ToArray();
            for (int i = 0; i < count; i++)
                empty[i] = Interventional(forest, first + i, [own], [contributions[i]], cancellation);
        }
        else
        {
            PathDependent(forest, first, columns.Span, contributions, empty, cancellation);
        }

        ShapValues<T>[] values = new ShapValues<T>[count];
        for (int i = 0; i < count; i++)
            values[i] = Value(forest, first + i, instance, columns.Span, contributions[i], answers.Span[first + i], empty[i]);
        return values;
    }

    /// <summary>The contributions to an output, of their sums over the trees.</summary>
    private ShapValues<T> Value(Forest<T> forest, int output, T instance, ReadOnlySpan<double> columns, double[] sums, double answer, double empty)
    {
        foreach (ref double contribution in sums.AsSpan())
            contribution = (contribution / forest.TreeCount) + 0.0;
        return new(instance, columns, sums, errors: null)
        {
            Output = forest.Outputs[output],
            Kind = forest.KindOf(output),
            Prediction = answer,
            BaseValue = empty,
            Queries = 1 + (Expectation == TreeExpectation.Interventional ? Background!.Count : 0),
            Caveats = forest.Paths.All(paths => paths.MostFeatures == 0) ? Caveats.ConstantModel : Caveats.None,
            Explainer = this,
        };
    }

    private static void PathDependent(Forest<T> forest, int first, ReadOnlySpan<double> instance, double[][] contributions, double[] empty, CancellationToken cancellation)
    {
        ImmutableArray<TreePaths> trees = PathsFor(forest, instance);
        using PathDependentShap shap = new(trees, T.Schema.Features.Length, contributions.Length);
        foreach (TreePaths paths in trees)
        {
            cancellation.ThrowIfCancellationRequested();
            shap.Add(paths, first, instance);
            for (int i = 0; i < empty.Length; i++)
                empty[i] += paths.Means[first + i];
        }

        for (int i = 0; i < empty.Length; i++)
        {
            shap.Shapley(i, contributions[i]);
            empty[i] /= forest.TreeCount;
        }
    }
}
