using System.Collections.Immutable;
using System.Globalization;
using TypedExplain.Errors;
using TypedExplain.Explainers.Shap;
using TypedExplain.Models.Forests;
using TypedExplain.Numerics;

namespace TypedExplain;

public sealed partial record TreeShap<T>
{
    /// <summary>
    /// Divides contributions further, into what each feature adds alone and what each two add together, exactly and without asking the
    /// forest about coalitions. For <see cref="TreeExpectation.PathDependent"/>; pairs that add nothing are left out.
    /// </summary>
    /// <param name="model">A <see cref="Forest{T}"/> of one output, or one output of it.</param>
    /// <param name="instance">The instance.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <exception cref="InvalidFeatureException">The instance holds a value that its schema does not allow.</exception>
    /// <exception cref="InvalidModelException">The model is no forest or has several outputs, or its features are too many for a table of pairs.</exception>
    /// <exception cref="InvalidOptionException">Unknown features are to take the values of a background.</exception>
    public ShapInteractions<T> Interactions(IModel<T> model, T instance, CancellationToken cancellation = default) => BeginInteractions(model, instance, cancellation).Finish(model, cancellation);

    /// <summary>Begins to find interactions; the run asks for no rows.</summary>
    /// <param name="model">A <see cref="Forest{T}"/> of one output, or one output of it.</param>
    /// <param name="instance">The instance.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public Run<T, ShapInteractions<T>> BeginInteractions(IModelInfo<T> model, T instance, CancellationToken cancellation = default) => Run<T, ShapInteractions<T>>.Of(() => OfPairs(model, instance, cancellation), Name);

    private ShapInteractions<T> OfPairs(IModelInfo<T> model, T instance, CancellationToken cancellation)
    {
        if (Expectation == TreeExpectation.Interventional)
            throw new InvalidOptionException($"Expectation of {Name} is Interventional, and interactions are read off trees by the shares of training rows. Take PathDependent, or ask the forest as any model: new KernelShap<{T.Schema.Name}> {{ Background = ... }}.Interactions(...).");
        ShapValues<T> values = OfTrees(model, instance, cancellation);
        (Forest<T> forest, int output) = Trees(model);
        int features = T.Schema.Features.Length;
        ImmutableArray<TreePaths> trees = PathsFor(forest, values.Columns);
        using PathDependentShap shap = new(trees, features, 1);
        long numbers = (long)features * features * (shap.Points + 1);
        if (numbers > MemoryLimit.Numbers)
            throw new InvalidModelException(string.Create(CultureInfo.InvariantCulture, $"Interactions of the {features} features of {T.Schema.Name} need {numbers} numbers, and {MemoryLimit.Numbers} are the most. Divide the record, or take the contributions alone."));
        using Pooled points = new(features * features * shap.Points), sums = new(features * features);
        foreach (TreePaths paths in trees)
        {
            cancellation.ThrowIfCancellationRequested();
            shap.AddPairs(paths, output, values.Columns, points.Span);
        }

        shap.Sum(points.Span, sums.Span);
        double[] main = values.Contributions.AsSpan().ToArray();
        List<ShapInteraction<T>> pairs = [];
        for (int i = 0; i < features; i++)
        {
            for (int j = 0; j < features; j++)
            {
                double both = sums.Span[(i * features) + j] / forest.TreeCount;
                main[i] -= both / 2;
                if (j > i && both != 0)
                    pairs.Add(new(T.Schema.Features[i], T.Schema.Features[j], both, null));
            }
        }

        return new(instance, values.Columns, main, null)
        {
            Output = values.Output,
            Prediction = values.Prediction,
            BaseValue = values.BaseValue,
            Pairs = [.. pairs],
            Queries = values.Queries,
            Caveats = values.Caveats,
            Explainer = this,
        };
    }

    /// <summary>The paths of the trees; what an instance lacks is known together, so questions about it count as those about one feature.</summary>
    private static ImmutableArray<TreePaths> PathsFor(Forest<T> forest, ReadOnlySpan<double> instance) =>
        MissingValues<T>.Lacks(instance) ? forest.PathsOf(MissingValues<T>.Owners(instance)) : forest.Paths;
}
