using System.Globalization;
using TypedExplain.Orleans.Budgets;
using TypedExplain.Orleans.Settings;

namespace TypedExplain.Orleans;

/// <summary>Keeps models within a budget that a whole cluster shares.</summary>
public static class ClusterBudgetExtensions
{
    /// <summary>
    /// The same model, asked within a budget that the silos registered with <see cref="ExplanationSiloBuilderExtensions.AddQueryBudget"/>. It
    /// takes blocks of rows, so that not every batch is a call to the grain; what a killed process held of a block counts as used. Make one
    /// per process and share it. Beyond the ceiling it throws a <see cref="BudgetExhaustedException"/>.
    /// </summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="model">The model. While it waits for the budget it holds its thread.</param>
    /// <param name="grains">Finds the budget: of a silo, or of a client of the cluster.</param>
    /// <param name="name">The name of the budget.</param>
    /// <param name="blockRows">How many rows are taken for later; at least 0.</param>
    /// <exception cref="InvalidOptionException">The name is empty, or blockRows is below 0.</exception>
    public static IModel<T> WithClusterBudget<T>(this IModel<T> model, IGrainFactory grains, string name, [OptionRange(AtLeast = 0)] int blockRows = 10_000)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(model);
        return new ClusterBudgetModel<T>(model, Share(grains, name, blockRows));
    }

    /// <summary>The same model that is awaited, asked within a budget of the cluster; see the other overload.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="model">The model.</param>
    /// <param name="grains">Finds the budget: of a silo, or of a client of the cluster.</param>
    /// <param name="name">The name of the budget.</param>
    /// <param name="blockRows">How many rows are taken for later; at least 0.</param>
    /// <exception cref="InvalidOptionException">The name is empty, or blockRows is below 0.</exception>
    public static IAsyncModel<T> WithClusterBudget<T>(this IAsyncModel<T> model, IGrainFactory grains, string name, [OptionRange(AtLeast = 0)] int blockRows = 10_000)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(model);
        return new ClusterBudgetAsyncModel<T>(model, Share(grains, name, blockRows));
    }

    private static BudgetShare Share(IGrainFactory grains, string name, int blockRows)
    {
        ArgumentNullException.ThrowIfNull(grains);
        ArgumentNullException.ThrowIfNull(name);
        GrainNames.Check(name, "a budget");
        if (blockRows < 0)
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"blockRows of the budget {name} is {blockRows}; it must be at least 0."));
        return new(grains, name, blockRows, TimeProvider.System);
    }
}
