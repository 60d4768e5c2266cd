namespace Papers;

/// <summary>One split of a data set with its black box and the methods that explain it.</summary>
public abstract class Bench<T>
    where T : IFeatureRecord<T>
{
    /// <summary>The test rows that are explained, with labels where the data have classes.</summary>
    public abstract Dataset<T> Asked { get; }

    /// <summary>How good the black box is: an accuracy or R².</summary>
    public abstract double Quality { get; }

    /// <summary>q, how many test rows count as the neighbors of one.</summary>
    public abstract int Neighbors { get; }

    /// <summary>The rows of the paper's table under a convention, then the baselines.</summary>
    public abstract IReadOnlyList<Method<T>> Methods(Convention convention);

    /// <summary>Explains every row.</summary>
    public abstract IReadOnlyList<Explanation<T>> Explain(IExplainer<T> explainer, CancellationToken cancellation);

    /// <summary>The numbers of a method, as <see cref="MethodCell"/> has them.</summary>
    public virtual double[] Compute(Convention convention, string method, IReadOnlyList<double> widths, CancellationToken cancellation)
    {
        Method<T> own = Methods(convention).Single(one => one.Name == method);
        return MethodCell.Compute(Asked.Count, widths, own.HasWidth, width =>
        {
            try
            {
                return TableMetrics.Of(new ExplainedRows<T>(Asked, Explain(own.OfWidth(width), cancellation), Neighbors));
            }
            catch (NoFitException)
            {
                return null;
            }
        });
    }
}
