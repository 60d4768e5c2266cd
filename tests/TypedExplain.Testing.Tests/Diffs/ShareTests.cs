using TypedExplain.Testing.Shares;

namespace TypedExplain.Testing.Tests.Diffs;

/// <summary>Intervals and p values against numbers that were computed elsewhere.</summary>
public class ShareTests
{
    /// <summary>Wilson's interval, computed by its formula in another program.</summary>
    [Theory]
    [InlineData(12, 60, 0.118285, 0.317818)]
    [InlineData(331, 1000, 0.302530, 0.360764)]
    [InlineData(1, 10, 0.017876, 0.404150)]
    [InlineData(0, 20, 0, 0.161125)]
    [InlineData(20, 20, 0.838875, 1)]
    public void The_interval_is_Wilsons(int count, int of, double lower, double upper)
    {
        Share share = new(count, of);

        Assert.Equal(lower, share.Lower, 6);
        Assert.Equal(upper, share.Upper, 6);
        Assert.InRange(share.Value, share.Lower, share.Upper);
    }

    [Fact]
    public void Nothing_of_nothing_is_known_to_be_anything() => Assert.Equal((0, 0, 1), (new Share(0, 0).Value, new Share(0, 0).Lower, new Share(0, 0).Upper));

    [Fact]
    public void A_share_is_told_with_its_interval() => Assert.Equal("331 of 1,000 (33.1 %, 95 % 30.3 to 36.1 %)", new Share(331, 1000).ToString());

    /// <summary>Sums of binomial terms, by hand: (1 + 5)/32, 1/1024, (1 + 10 + 45)/1024.</summary>
    [Theory]
    [InlineData(4, 1, 6 / 32.0)]
    [InlineData(10, 0, 1 / 1024.0)]
    [InlineData(8, 2, 56 / 1024.0)]
    [InlineData(0, 5, 1)]
    [InlineData(0, 0, 1)]
    [InlineData(1, 0, 0.5)]
    [InlineData(0, 1, 1)]
    public void The_sign_test_is_exact(int more, int fewer, double p) => Assert.Equal(p, SignTest.PValue(more, fewer), 14);

    /// <summary>Where 2^-n has no double, the ratio still has one: about Φ(−(more − n/2 − ½)/√(n/4)).</summary>
    [Fact]
    public void The_sign_test_holds_for_many_pairs()
    {
        Assert.InRange(SignTest.PValue(5_000, 5_000), 0.5, 0.51);
        Assert.Equal(0.0233, SignTest.PValue(5_100, 4_900), 3);
        Assert.InRange(SignTest.PValue(100_000, 0), 0, double.Epsilon);
        Assert.Equal(1, SignTest.PValue(0, 100_000), 12);
    }
}
