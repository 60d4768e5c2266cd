using System.Globalization;

namespace Papers.Expo;

/// <summary>Whether the paper's findings on one of the UCI's data sets came out.</summary>
/// <param name="set">The data set.</param>
/// <param name="measured">What was measured, by metric and regularizer.</param>
public sealed class UciVerdicts(string set, Func<string, string, Spread> measured)
{
    private const string Fidelity = "LIME-NF", Error = "MSE";

    // The published changes that the paper counts as none lie within this factor.
    private const double Unchanged = 1.5;

    public IReadOnlyList<Verdict> All()
    {
        List<Verdict> verdicts = [Lower(Regularization.Fidelity, Fidelity)];
        if (Published(Fidelity, Regularization.OneFeature).Against(Published(Fidelity, Regularization.None)) == "↓")
            verdicts.Add(Lower(Regularization.OneFeature, Fidelity));
        foreach (string name in new[] { Regularization.L1, Regularization.L2 })
            verdicts.Add(set == "day" ? Lower(name, Fidelity) : Same(name));
        verdicts.Add(set == "day" ? Lower(Regularization.Fidelity, Error) : SameError(Regularization.Fidelity));
        verdicts.Add(set is "day" or "communities" ? Higher(Regularization.OneFeature, Error) : SameError(Regularization.OneFeature));
        return verdicts;
    }

    private Verdict Lower(string name, string metric) => Moved(name, metric, "↓", "lowers");

    private Verdict Higher(string name, string metric) => Moved(name, metric, "↑", "raises");

    private Verdict Moved(string name, string metric, string way, string word)
    {
        Spread own = measured(metric, name), none = measured(metric, Regularization.None);
        Spread theirs = Published(metric, name), theirNone = Published(metric, Regularization.None);
        bool isUp = way == "↑";
        string claim = $"{name} {word} {metric} (published {Factor(theirs, theirNone, isUp)})";
        return Judged(own, none, claim, own.Against(none) == way, $"{Factor(own, none, isUp)}: {own} against {none}, {Sample.Chance(Spread.Welch(own, none))}");
    }

    private Verdict Same(string name)
    {
        Spread own = measured(Fidelity, name), none = measured(Fidelity, Regularization.None);
        double factor = own.Mean / none.Mean;
        return Judged(
            own,
            none,
            $"{name} leaves {Fidelity} within a factor of {Text(Unchanged)} (published × {Text(Published(Fidelity, name).Mean / Published(Fidelity, Regularization.None).Mean)})",
            factor is < Unchanged and > 1 / Unchanged,
            $"× {Text(factor)}: {own} against {none}");
    }

    private Verdict SameError(string name)
    {
        Spread own = measured(Error, name), none = measured(Error, Regularization.None);
        double deviations = (own.Mean - none.Mean) / none.Deviation;
        Spread theirs = Published(Error, name), theirNone = Published(Error, Regularization.None);
        return Judged(
            own,
            none,
            $"{name} leaves MSE within one standard deviation of {Regularization.None}'s (published {(theirs.Mean - theirNone.Mean) / theirNone.Deviation:+0.00;-0.00} of them)",
            Math.Abs(deviations) <= 1,
            string.Create(CultureInfo.InvariantCulture, $"{deviations:+0.00;-0.00} of them: {own} against {none}"));
    }

    /// <summary>A verdict, unless a mean of one division or none would decide it.</summary>
    private static Verdict Judged(Spread own, Spread none, string claim, bool holds, string reason) => own.Trials < 2 || none.Trials < 2
        ? new(claim, Outcome.NotComparable, $"{own} against {none}; fewer than two divisions")
        : Verdict.Of(claim, holds, reason);

    private Spread Published(string metric, string name) => PublishedUci.Of(metric, name, set);

    private static string Factor(Spread own, Spread none, bool isUp)
    {
        double factor = isUp ? own.Mean / none.Mean : none.Mean / own.Mean;
        return $"{(isUp ? "×" : "÷")} {Text(factor)}";
    }

    private static string Text(double factor) => factor.ToString(factor < 100 ? "G3" : "0", CultureInfo.InvariantCulture);
}
