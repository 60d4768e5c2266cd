using TypedExplain.Testing.Reasons;
using TypedExplain.Testing.Shares;

namespace TypedExplain.Testing.Diffs;

/// <summary>Counts over instances what two models make of one statement, such as which feature comes first.</summary>
/// <typeparam name="T">The record.</typeparam>
/// <param name="differ">Whether two explanations of an instance say otherwise.</param>
internal sealed class Tally<T>(Func<RankedReasons<T>, RankedReasons<T>, bool> differ)
    where T : IFeatureRecord<T>
{
    private int _instances, _changed, _undecided, _seeds, _seedsAfter, _runs, _more, _fewer;

    /// <summary>Adds an instance and says what can be told of it.</summary>
    /// <param name="before">Its reasons under the first model, one per seed.</param>
    /// <param name="after">Those under the second one.</param>
    public ReasonVerdict Add(RankedReasons<T>[] before, RankedReasons<T>[] after)
    {
        bool within = false, all = true, any = false;
        for (int i = 0; i < before.Length; i++)
        {
            for (int j = 0; j < after.Length; j++)
            {
                bool isOther = differ(before[i], after[j]);
                all &= isOther;
                any |= isOther;
                within |= j > i && (differ(before[i], before[j]) || differ(after[i], after[j]));
            }
        }

        ReasonVerdict verdict = within ? ReasonVerdict.Undecided : all ? ReasonVerdict.Changed : any ? ReasonVerdict.Undecided : ReasonVerdict.Same;
        _instances++;
        _changed += verdict == ReasonVerdict.Changed ? 1 : 0;
        _undecided += verdict == ReasonVerdict.Undecided ? 1 : 0;
        _seeds += differ(before[0], before[1]) ? 1 : 0;
        _seedsAfter += differ(after[0], after[1]) ? 1 : 0;
        _runs += differ(before[0], after[1]) ? 1 : 0;
        int balance = Balance(before, after);
        _more += balance > 0 ? 1 : 0;
        _fewer += balance < 0 ? 1 : 0;
        return verdict;
    }

    /// <summary>The counts.</summary>
    /// <param name="isExact">Whether neither method draws anything, so that nothing is chance.</param>
    /// <param name="level">The p value up to which a change is the model's.</param>
    public ReasonChange Result(bool isExact, double level) =>
        new(new(_changed, _instances), new(_undecided, _instances), new(_seeds, _instances), new(_seedsAfter, _instances), new(_runs, _instances), SignTest.PValue(_more, _fewer), isExact ? _changed > 0 : null, level);

    /// <summary>
    /// How many more pairs of explanations of both models differ than pairs of one model, over pairs of seeds that share none.
    /// If the models have the same reasons, their explanations under a seed can change places and it is as likely the negative.
    /// </summary>
    private int Balance(RankedReasons<T>[] before, RankedReasons<T>[] after)
    {
        int balance = 0;
        for (int seed = 0; seed + 1 < before.Length; seed += 2)
        {
            balance += (differ(before[seed], after[seed + 1]) ? 1 : 0) + (differ(after[seed], before[seed + 1]) ? 1 : 0);
            balance -= (differ(before[seed], before[seed + 1]) ? 1 : 0) + (differ(after[seed], after[seed + 1]) ? 1 : 0);
        }

        return balance;
    }
}
