using System.Security.Cryptography;
using System.Text;
using TypedExplain.Media;
using TypedExplain.Tests.Json;
using TypedExplain.Tests.Json.Versions;
using TypedExplain.Tests.Media;
using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Receipts;

/// <summary>What data and models are known by: the SHA-256 of all that counts, and of nothing else.</summary>
public class DigestTests
{
    private static readonly Dataset<LoanApplication> s_loans = Loans.Load();

    /// <summary>By the words of the documentation: each row's own SHA-256, behind the schema and the number of rows.</summary>
    [Fact]
    public void Of_rows_is_what_is_documented()
    {
        using MemoryStream bytes = new();
        using (BinaryWriter writer = new(bytes, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Schema<LoanApplication>());
            writer.Write(s_loans.Count);
            for (int row = 0; row < s_loans.Count; row++)
                writer.Write(SHA256.HashData([.. s_loans.Encoded[row].ToArray().SelectMany(BitConverter.GetBytes)]));
        }

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray())), s_loans.Sha256);

        static string Schema<T>()
            where T : IFeatureRecord<T> => T.Schema.ToJson();
    }

    [Fact]
    public void Of_data_changes_with_all_that_counts()
    {
        Dataset<LoanApplication> reversed = new(s_loans.Rows.Reverse()), targeted = s_loans.WithTarget(Enumerable.Range(0, 40).Select(i => (double)i));
        string[] digests =
        [
            s_loans.Sha256,
            reversed.Sha256,
            targeted.Sha256,
            s_loans.WithTarget(Enumerable.Range(0, 40).Select(i => i + 0.5)).Sha256,
            new Dataset<LoanApplication>(s_loans.Rows.SetItem(3, s_loans[3] with { AnnualIncome = Math.BitIncrement(s_loans[3].AnnualIncome) })).Sha256,
            new Dataset<LoanApplication>(s_loans.Rows.RemoveAt(39)).Sha256,
            new WeightedRows<LoanApplication>(s_loans, Enumerable.Repeat(2.0, 40)).Sha256,
            new WeightedRows<LoanApplication>(s_loans, Enumerable.Range(1, 40).Select(i => (double)i)).Sha256,
        ];

        Assert.Equal(digests.Length, digests.Distinct().Count());
        Assert.Equal(s_loans.Sha256, Loans.Load().Sha256);
        Assert.Equal(s_loans.Sha256, ((WeightedRows<LoanApplication>)s_loans).Sha256);
        Assert.Equal(s_loans.Sha256InAnyOrder, reversed.Sha256InAnyOrder);
        Assert.Equal(s_loans.Sha256InAnyOrder, targeted.Sha256InAnyOrder);
    }

    [Fact]
    public void Texts_images_and_times_count()
    {
        Listing offer = MediaZoo.Offer;
        Kept kept = Kept.Example(4);
        Assert.NotEqual(new Dataset<Listing>([offer]).Sha256, new Dataset<Listing>([offer with { Title = offer.Title + "." }]).Sha256);
        Assert.NotEqual(new Dataset<Kept>([kept]).Sha256, new Dataset<Kept>([kept with { Since = kept.Since.AddTicks(1) }]).Sha256);
        Assert.Equal(new Dataset<Kept>([kept]).Sha256, new Dataset<Kept>([kept with { Number = "another key" }]).Sha256);
    }

    [Fact]
    public void Of_models_changes_with_their_content()
    {
        Dataset<LoanApplication> labeled = s_loans.WithTarget(s_loans.Rows.Select(Loans.Score));
        Forest<LoanApplication> forest = new RandomForest<LoanApplication> { Trees = 3 }.Train(labeled);
        Assert.Equal(forest.Identity, new RandomForest<LoanApplication> { Trees = 3, MaxThreads = 1 }.Train(labeled).Identity);
        Assert.NotEqual(forest.Identity.Sha256, new RandomForest<LoanApplication> { Trees = 3, Seed = 1 }.Train(labeled).Identity.Sha256);

        // Only thresholds differ.
        Dataset<LoanApplication> richer = new Dataset<LoanApplication>(s_loans.Rows.Select(loan => loan with { AnnualIncome = loan.AnnualIncome + 1 })).WithTarget(labeled.Target!.Values);
        Assert.NotEqual(forest.Identity.Sha256, new RandomForest<LoanApplication> { Trees = 3 }.Train(richer).Identity.Sha256);

        NaiveBayes bayes = new NaiveBayesTrainer().Train(["good bread", "bad soup"], ["yes", "no"]);
        Assert.Equal(bayes.Sha256, new NaiveBayesTrainer().Train(["good bread", "bad soup"], ["yes", "no"]).Sha256);
        Assert.NotEqual(bayes.Sha256, new NaiveBayesTrainer().Train(["good bread", "bad soups"], ["yes", "no"]).Sha256);

        Word2Vec words = new(["a", "b"], [1, 0, 0, 1]);
        using MemoryStream stored = new();
        words.Save(stored);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(stored.ToArray())), words.Sha256);
    }

    [Fact]
    public void An_identity_is_passed_on_and_can_be_given()
    {
        IModel<LoanApplication> plain = Settings.Credit, named = plain.Identified("credit", "2026-11", new string('A', 64));
        Assert.Null(plain.Identity());
        Assert.Equal(new ModelIdentity("credit", "2026-11", new string('a', 64)), named.Identity());
        Assert.Equal(named.Identity(), new CachedModel<LoanApplication>(named).As(OutputKind.Probability).Identity());
        Forest<LoanApplication> forest = new RandomForest<LoanApplication> { Trees = 3 }.Train(s_loans.WithTarget(s_loans.Rows.Select(Loans.Score)));
        Assert.Equal(new ModelIdentity("credit", null, forest.Identity.Sha256), forest.Identified("credit").Identity());
        Assert.Equal($"credit 2026-11 (SHA-256 {new string('a', 64)})", named.Identity()!.ToString());

        Assert.Contains("has none of its own", Assert.Throws<InvalidOptionException>(() => plain.Identified("credit")).Message, StringComparison.Ordinal);
        Assert.EndsWith("it must be the 64 hexadecimal digits of a SHA-256.", Assert.Throws<InvalidOptionException>(() => plain.Identified("credit", null, "abc")).Message, StringComparison.Ordinal);
        Assert.StartsWith("name of a model's identity is empty", Assert.Throws<InvalidOptionException>(() => plain.Identified(" ", null, new string('a', 64))).Message, StringComparison.Ordinal);
        Assert.StartsWith("version of a model's identity is empty", Assert.Throws<InvalidOptionException>(() => plain.Identified("x", "", new string('a', 64))).Message, StringComparison.Ordinal);
    }
}
