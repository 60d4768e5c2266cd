using System.Text;
using TypedExplain.Decisions.Tests.Reasons.Support;
using TypedExplain.Decisions.Tests.Support;

namespace TypedExplain.Decisions.Tests.Receipts;

/// <summary>A receipt of a decision that was changed is not read, or replays as what it is: not identical.</summary>
public class BadDecisionReceiptTests
{
    private static readonly Receipt<Borrower> s_recourse = Receipt.Of(DecisionCases.Recourse.Find(DecisionCases.Income, Borrower.One), DecisionCases.Income);

    private static readonly Receipt<Applicant> s_reasons = Receipt.Of(Applicants.Reasons.State(DecisionCases.Score, Applicants.Poor), DecisionCases.Score);

    [Fact]
    public void A_flipped_bit_of_recourse_is_found_wherever_it_is() => Flip(s_recourse, receipt => receipt.Replay(DecisionCases.Income, DecisionCases.Recourse));

    [Fact]
    public void A_flipped_bit_of_reasons_is_found_wherever_it_is() => Flip(s_reasons, receipt => receipt.Replay(DecisionCases.Score, Applicants.Reasons));

    [Theory]
    [InlineData("\"cost\":", "\"cost\":1", "$.predicate.result.sha256 is not the SHA-256 of what stands beside it")]
    [InlineData("\"form\":\"Recourse\"", "\"form\":\"Reasons\"", "$.predicate.form is a text; it must be Explanation, ShapValues, Outcome, Consensus, or the name of what stands in $.predicate.result.json")]
    [InlineData("\"form\":\"Recourse\"", "\"form\":\"\"", "$.predicate.form is a text; it must be")]
    [InlineData("\"form\":\"Recourse\"", "\"form\":\"Explanation\"", "$.predicate.result.json is not a result: ")]
    [InlineData("recourse.v1.json", "recourse.v2.json", "$.predicate.form is a text; it must be")]
    [InlineData("\"name\":\"examples\"", "\"name\":\"example\"", "$.subject[2].name contradicts the rest")]
    public void What_was_changed_is_named(string old, string replacement, string message)
    {
        string json = s_recourse.ToJson();
        int at = json.IndexOf(old, StringComparison.Ordinal);

        Assert.Contains(message, Assert.Throws<InvalidJsonException>(() => Receipt<Borrower>.FromJson(json[..at] + replacement + json[(at + old.Length)..])).Message, StringComparison.Ordinal);
    }

    /// <summary>Whoever changes the result and its digest has made another receipt, which does not replay, and whose contradictions are found where it is read.</summary>
    [Fact]
    public void A_result_that_was_changed_with_its_digest()
    {
        string json = s_recourse.ToJson(), result = s_recourse.Result!.ToJson(), changed = result.Replace("\"from\":30000", "\"from\":30500", StringComparison.Ordinal);
        Assert.NotEqual(result, changed);
        Receipt<Borrower> receipt = Receipt<Borrower>.FromJson(json.Replace(result, changed, StringComparison.Ordinal).Replace(s_recourse.ResultSha256, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(changed))), StringComparison.Ordinal));

        Assert.NotEqual(s_recourse.Id, receipt.Id);
        Assert.Contains("the change from the instance", Assert.Throws<InvalidJsonException>(() => receipt.ReadRecourse()).Message);
        Differs differs = Assert.IsType<Differs>(receipt.Replay(DecisionCases.Income, DecisionCases.Recourse));
        Assert.All(differs.Differences, difference => Assert.EndsWith("Income.from", difference.Place));
    }

    /// <summary>One bit at a time of every 7th byte, in turn each of the eight.</summary>
    private static void Flip<T>(Receipt<T> own, Func<Receipt<T>, ReplayOutcome> replay)
        where T : IFeatureRecord<T>
    {
        byte[] bytes = Encoding.UTF8.GetBytes(own.ToJson());
        List<string> missed = [];
        int read = 0;
        for (int at = 0; at < bytes.Length; at += 7)
        {
            byte[] changed = [.. bytes];
            changed[at] ^= (byte)(1 << (at % 8));
            try
            {
                Receipt<T> receipt = Receipt<T>.FromJson(changed);
                read++;

                // Another last digit of a number may stand for the same double: then nothing was changed.
                if (receipt.ToJson() != own.ToJson() && (receipt.Id == own.Id || replay(receipt) is Identical { Note: null }))
                    missed.Add($"{at}: {Encoding.UTF8.GetString(changed, Math.Max(0, at - 20), 40)}");
            }
            catch (InvalidJsonException error)
            {
                Assert.NotEmpty(error.Message);
            }
        }

        Assert.Empty(missed);
        Assert.InRange(read, 1, 80);
    }
}
