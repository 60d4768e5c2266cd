namespace TypedExplain.Generators.Tests.Onnx;

/// <summary>A right record and the right model of it.</summary>
internal static class Credit
{
    public const string Record = """
        using TypedExplain;

        namespace Shop;

        #pragma warning disable CS1591
        public enum Housing { Rent, Own, Mortgage }
        #pragma warning restore CS1591

        /// <summary>One application.</summary>
        /// <param name="Age">In years.</param>
        /// <param name="AnnualIncome">In euros.</param>
        /// <param name="Housing">Where.</param>
        [FeatureRecord]
        public partial record LoanApplication([Numeric(18, 100)] int Age, double AnnualIncome, Housing Housing);

        /// <summary>The credit model.</summary>
        [OnnxModel<LoanApplication>("credit.onnx")]
        public partial class CreditModel;
        """;

    public const string Model = """
        credit.onnx
        input age int64 [?, 1]
        input annual_income float [?, 1]
        input housing string [?, 1]: Rent, Own, Mortgage
        output label int64 [?]
        output probabilities float [?, 2]: declined, approved
        """;

    /// <summary>The same with one matrix of named columns.</summary>
    public const string Matrix = """
        credit.onnx
        columns Age, AnnualIncome, Housing_Rent, Housing_Own, Housing_Mortgage
        input float_input float [?, 5]
        output probabilities float [?, 2]: declined, approved
        """;
}
