using System.ComponentModel.DataAnnotations;
using TypedExplain.Tests.Tables;

namespace TypedExplain.Tests.Schema;

/// <summary>What readers call the members of an enum: data of the schema, printed in explanations, not in stored files.</summary>
public partial class DisplayNameTests
{
    private static readonly FeatureSchema<Order> s_schema = FeatureSchema.Of<Order>();

    [Fact]
    public void AreDataOfTheSchema()
    {
        Assert.Equal(["DirectDebit", "CreditCard", "Cash", "Voucher"], s_schema.Features[0].Categories.ToArray());
        Assert.Equal(["direct debit", "credit card", "Cash", "Voucher"], s_schema.Features[0].CategoryDisplayNames.ToArray());
        Assert.Equal(["less than a day", "Days"], s_schema.Features[1].CategoryDisplayNames.ToArray());
        Assert.Equal(["A", "B"], s_schema.Features[2].CategoryDisplayNames.ToArray());
        Assert.Empty(s_schema.Features[3].CategoryDisplayNames.ToArray());
    }

    [Fact]
    public void ArePrinted()
    {
        double[] row = new double[s_schema.Columns];
        s_schema.Encode(new Order(Payment.CreditCard, Delivery.Hours, "B", 5), row);
        Assert.Equal(["credit card", "less than a day", "B", "5"], s_schema.Features.Select(feature => feature.Format(row)).ToArray());

        Dataset<Order> orders = new([new(Payment.CreditCard, Delivery.Hours, "A", 1), new(Payment.Cash, Delivery.Days, "B", 2), new(Payment.DirectDebit, Delivery.Days, "A", 3), new(Payment.Voucher, Delivery.Hours, "B", 9)]);
        Explanation<Order> explanation = new Lime<Order> { Neighborhood = new GaussianNeighborhood<Order> { Background = orders } }
            .Explain(Model.From<Order>(order => order.Payment == Payment.CreditCard ? 1 : order.Amount), orders[0]);
        Assert.Contains("credit card", explanation.ToString());
        Assert.Contains("less than a day", explanation.ToString());
        Assert.DoesNotContain("CreditCard", explanation.ToString());
    }

    [Fact]
    public void FilesKeepTheNamesOfTheCode()
    {
        Order[] orders = [new(Payment.CreditCard, Delivery.Hours, "B", 5)];
        Assert.Equal("Payment,Delivery,Shop,Amount\nCreditCard,Hours,B,5\n", CsvText.Write(orders));
        Assert.Contains("\"CreditCard\"", s_schema.ToJson());
        Assert.DoesNotContain("credit card", s_schema.ToJson());
        Assert.Equal(orders, CsvText.Read<Order>("Payment,Delivery,Shop,Amount\ncredit card,Less than a Day,B,5\n").Rows);
        Assert.Equal(orders, CsvText.Read<Order>("Payment,Delivery,Shop,Amount\nCREDITCARD,hours,b,5\n").Rows);
        Assert.Contains("Payment is \"card\"; it must be one of DirectDebit, CreditCard, Cash, Voucher.", CsvText.Refusal<Order>("Payment,Delivery,Shop,Amount\ncard,Hours,B,5\n"));
    }

    [Fact]
    public void GoWithARecordInsideAnother() =>
        Assert.Equal(["less than a day", "Days"], FeatureSchema.Of<Parcel>().Features[1].CategoryDisplayNames.ToArray());

    public enum Payment
    {
        [ShownAs("direct debit")]
        DirectDebit,

        [Display(Name = "credit card", Order = 1)]
        CreditCard,
        Cash,

        [Display(Name = "VoucherName", ResourceType = typeof(DisplayNameTests))]
        Voucher,
    }

    [Ordinal]
    public enum Delivery
    {
        [Display(Name = "never shown"), ShownAs("less than a day")]
        Hours,
        Days,
    }

    [FeatureRecord]
    public sealed partial record Order(Payment Payment, Delivery Delivery, [Categories("A", "B")] string Shop, [Numeric(0, 10)] double Amount);

    [FeatureRecord]
    public sealed partial record Parcel(Order First);
}
