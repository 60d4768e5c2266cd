using System.Globalization;

namespace Papers.Expo;

/// <summary>One network of the experiments on the UCI's data.</summary>
/// <param name="Regularizer">The name of the regularizer.</param>
/// <param name="Seed">The seed of the division and of everything drawn.</param>
public sealed record UciTrial(string Regularizer, int Seed)
{
    /// <summary>The weight of the regularizer; null for the published one.</summary>
    public double? Weight { get; init; }

    /// <summary>How far the regularizer's own perturbations lie, in standard deviations; null for the published 0.5.</summary>
    public double? Radius { get; init; }

    public Convention Convention { get; init; }

    /// <summary>The most epochs; null for as many as it takes.</summary>
    public int? MaxEpochs { get; init; }

    /// <summary>The most test rows to explain; null for all.</summary>
    public int? TestRows { get; init; }

    /// <summary>All that the numbers of the network depend on besides the data set.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{Regularizer}{(Weight is { } weight ? $" {weight}" : "")}, seed {Seed}, {Convention}{(Radius is { } radius ? $", σ {radius}" : "")}{(MaxEpochs is { } epochs ? $", {epochs} epochs" : "")}{(TestRows is { } rows ? $", {rows} rows throughout" : "")}");
}
