using System.Buffers;

namespace TypedExplain.Tests.Hidden;

/// <summary>Values of protected features are in no message, and stay in no memory that others borrow.</summary>
public class ProtectedMessageTests
{
    private const double Secret = 77123.4375;

    private static readonly Patient s_patient = new(Secret, "beta-secret", true, new DateOnly(1987, 3, 14), 5);

    private static readonly Dataset<Patient> s_patients = new(Enumerable.Range(0, 30).Select(i => new Patient(i * 1000.5, i % 2 == 0 ? "alpha-secret" : "beta-secret", i % 3 == 0, new DateOnly(1950, 1, 1).AddDays(500 * i), i % 10)));

    [Theory]
    [InlineData("Viral,Group,Positive,Born,Dose\n771234375,alpha-secret,true,1987-03-14,5\n", "771234375")]
    [InlineData("Viral,Group,Positive,Born,Dose\n77x23,alpha-secret,true,1987-03-14,5\n", "77x23")]
    [InlineData("Viral,Group,Positive,Born,Dose\n7\u06675,alpha-secret,true,1987-03-14,5\n", "\u0667")]
    [InlineData("Viral,Group,Positive,Born,Dose\n5,gamma-secret,true,1987-03-14,5\n", "gamma-secret")]
    [InlineData("Viral,Group,Positive,Born,Dose\n5,alpha-secret,perhaps,1987-03-14,5\n", "perhaps")]
    [InlineData("Viral,Group,Positive,Born,Dose\n5,alpha-secret,true,1987-03-99,5\n", "1987-03-99")]
    [InlineData("Viral,Group,Positive,Born,Dose\n-4711,alpha-secret,true,1987-03-14,5\n", "4711")]
    public void A_cell_that_cannot_be_read(string file, string secret)
    {
        InvalidCsvException error = Assert.Throws<InvalidCsvException>(() => Csv.Read<Patient>(new StringReader(file)));

        Assert.Contains("withheld (protected)", error.Message);
        Assert.DoesNotContain(secret, error.ToString());
        Assert.All(error.Errors, own => Assert.DoesNotContain(secret, own.ToString()));
        Assert.DoesNotContain(secret, Csv.Read<Patient>(new StringReader(file), new CsvOptions { CollectErrors = true }).Errors[0].ToString());
    }

    [Fact]
    public void A_value_outside_its_range()
    {
        InvalidFeatureException error = Assert.Throws<InvalidFeatureException>(() => new Lime<Patient> { Neighborhood = Neighborhood }.Explain(Viral(), s_patient with { Viral = 123456.5 }));

        Assert.DoesNotContain("123456", error.ToString());
        Assert.DoesNotContain("123456", error.Value);
        Assert.DoesNotContain("gamma-secret", Assert.Throws<InvalidFeatureException>(() => new Lime<Patient> { Neighborhood = Neighborhood }.Explain(Viral(), s_patient with { Group = "gamma-secret" })).ToString());
    }

    [Fact]
    public void A_model_that_fails_on_a_record()
    {
        string said = Assert.Throws<InvalidModelException>(() => new Lime<Patient> { Neighborhood = Neighborhood }.Explain(Model.From<Patient>(_ => throw new InvalidOperationException("no")), s_patient)).Message;
        string infinite = Assert.Throws<InvalidModelException>(() => new Lime<Patient> { Neighborhood = Neighborhood }.Explain(Model.From<Patient>(_ => double.NaN), s_patient)).Message;

        Assert.All([said, infinite], message => Assert.All(Secrets, secret => Assert.DoesNotContain(secret, message)));
    }

    [Fact]
    public void An_explanation_its_contributions_and_a_standard_that_is_missed()
    {
        Explanation<Patient> explanation = new Lime<Patient> { Neighborhood = Neighborhood }.Explain(Viral(), s_patient);
        ShapValues<Patient> values = new KernelShap<Patient> { Background = s_patients }.Values(Viral(), s_patient);
        Outcome<Patient> outcome = new Certifier<Patient> { Explainer = new Lime<Patient> { Neighborhood = Neighborhood }, Standard = new() { MaximumHalfWidth = 1e-9 }, MaxQueries = 2000 }.Explain(Viral(), s_patient);

        Assert.All([explanation.ToString(), values.ToString(), outcome.ToString()!, explanation.Caveats.ToString()!], text => Assert.All(Secrets, secret => Assert.DoesNotContain(secret, text)));
    }

    [Fact]
    public void Memory_that_was_borrowed_goes_back_cleared()
    {
        _ = FeatureSchema.Of<Patient>();
        for (int trial = 0; trial < 3; trial++)
        {
            _ = new Lime<Patient> { Neighborhood = Neighborhood }.Explain(Viral(), s_patient);
            _ = new KernelShap<Patient> { Background = s_patients }.Values(Viral(), s_patient);
            for (int size = 16; size <= 1 << 16; size *= 2)
            {
                double[] borrowed = ArrayPool<double>.Shared.Rent(size);
                bool holds = borrowed.Contains(Secret);
                ArrayPool<double>.Shared.Return(borrowed);
                Assert.False(holds, $"An array of {size} numbers holds the protected value.");
            }
        }
    }

    private static string[] Secrets => ["77123", "1987", "beta-secret", "alpha-secret"];

    private static GaussianNeighborhood<Patient> Neighborhood => new() { Background = s_patients, Samples = 200 };

    private static IModel<Patient> Viral() => Model.From<Patient>(patient => patient.Dose + (patient.Viral / 1000));
}
