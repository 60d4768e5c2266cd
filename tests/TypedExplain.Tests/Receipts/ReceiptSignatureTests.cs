using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TypedExplain.Tests.Json;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Receipts;

/// <summary>Receipts are signed and verified with keys of the user's own.</summary>
public sealed class ReceiptSignatureTests : IDisposable
{
    private static readonly Receipt<LoanApplication> s_receipt = Receipt.Of(Settings.Loan, Settings.Credit);

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256), _other = ECDsa.Create(ECCurve.NamedCurves.nistP384);

    private readonly RSA _rsa = RSA.Create(2048);

    public void Dispose()
    {
        _key.Dispose();
        _other.Dispose();
        _rsa.Dispose();
    }

    [Fact]
    public void A_signed_receipt_is_read_and_verified()
    {
        Receipt<LoanApplication> signed = s_receipt.Sign(_key).Sign(_rsa), read = Receipt<LoanApplication>.FromJson(signed.ToJson());

        Assert.Equal(s_receipt.Id, read.Id);
        Assert.Equal(2, read.Signatures.Length);
        Assert.True(read.Verify(_key).IsValid);
        Assert.True(read.Verify(_rsa).IsValid);
        using ECDsa known = ECDsa.Create(_key.ExportParameters(includePrivateParameters: false));
        Assert.Equal("valid", read.Verify(known).ToString());
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(_key.ExportSubjectPublicKeyInfo())), read.Signatures[0].KeyId);
        Assert.Equal("identical; the receipt does not say which model it was, so this is one that answers alike", read.Replay(Settings.Credit).ToString());
    }

    /// <summary>The envelope by the words of DSSE's specification.</summary>
    [Fact]
    public void The_envelope_is_that_of_Dsse()
    {
        JsonElement envelope = JsonDocument.Parse(s_receipt.Sign(_key).ToJson()).RootElement;
        byte[] payload = envelope.GetProperty("payload").GetBytesFromBase64();
        string type = envelope.GetProperty("payloadType").GetString()!;
        byte[] signed = [.. Encoding.UTF8.GetBytes($"DSSEv1 {type.Length} {type} {payload.Length} "), .. payload];

        Assert.Equal("application/vnd.in-toto+json", type);
        Assert.Equal(s_receipt.ToJson(), Encoding.UTF8.GetString(payload));
        Assert.True(_key.VerifyData(signed, envelope.GetProperty("signatures")[0].GetProperty("sig").GetBytesFromBase64(), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
        JsonElement statement = JsonDocument.Parse(payload).RootElement;
        Assert.Equal("https://in-toto.io/Statement/v1", statement.GetProperty("_type").GetString());
        Assert.Equal(s_receipt.Subjects.Select(subject => (subject.Name, subject.Sha256)), statement.GetProperty("subject").EnumerateArray().Select(subject => (subject.GetProperty("name").GetString()!, subject.GetProperty("digest").GetProperty("sha256").GetString()!)));
    }

    [Fact]
    public void What_differs_is_said()
    {
        string json = s_receipt.Sign(_key).ToJson();
        Receipt<LoanApplication> signed = Receipt<LoanApplication>.FromJson(json);
        Assert.Equal("the receipt is not signed", s_receipt.Verify(_key).Problem);
        Assert.StartsWith($"the receipt is signed by another key: by {signed.Signatures[0].KeyId}, and the key that was given is ", signed.Verify(_other).Problem, StringComparison.Ordinal);

        // Another content under the same signature.
        Receipt<LoanApplication> other = Receipt.Of(Settings.Linex.Explain(Settings.Credit, Settings.Applications[1]), Settings.Credit);
        string swapped = json.Replace(Convert.ToBase64String(Encoding.UTF8.GetBytes(s_receipt.ToJson())), Convert.ToBase64String(Encoding.UTF8.GetBytes(other.ToJson())), StringComparison.Ordinal);
        Assert.NotEqual(json, swapped);
        Assert.Equal($"the signature of key {signed.Signatures[0].KeyId} is not of this content: the receipt or the signature was changed", Receipt<LoanApplication>.FromJson(swapped).Verify(_key).Problem);

        Assert.Equal(
            "$.payloadType says that the envelope holds something else; of a receipt it must be application/vnd.in-toto+json.",
            Assert.Throws<InvalidJsonException>(() => Receipt<LoanApplication>.FromJson(json.Replace("in-toto+json", "other+json", StringComparison.Ordinal))).Message);
        Assert.Equal("$.payload is a text; it must be base64.", Assert.Throws<InvalidJsonException>(() => Receipt<LoanApplication>.FromJson(json.Replace("\"payload\":\"", "\"payload\":\"%", StringComparison.Ordinal))).Message);
        Assert.Equal("$.extra is a member that an envelope does not have.", Assert.Throws<InvalidJsonException>(() => Receipt<LoanApplication>.FromJson(json.Replace("{\"payload\"", "{\"extra\":1,\"payload\"", StringComparison.Ordinal))).Message);
        string loose = json.Replace(Convert.ToBase64String(Encoding.UTF8.GetBytes(s_receipt.ToJson())), Convert.ToBase64String(Encoding.UTF8.GetBytes(s_receipt.ToJson() + " ")), StringComparison.Ordinal);
        Assert.StartsWith("$.payload is a receipt that is not in canonical form", Assert.Throws<InvalidJsonException>(() => Receipt<LoanApplication>.FromJson(loose)).Message, StringComparison.Ordinal);
        using DSA dsa = DSA.Create(1024);
        Assert.EndsWith("a receipt is signed with ECDsa or RSA.", Assert.Throws<InvalidOptionException>(() => s_receipt.Sign(dsa)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_Cose_signature_lies_beside_the_receipt()
    {
        foreach (AsymmetricAlgorithm key in (AsymmetricAlgorithm[])[_key, _other, _rsa])
        {
            byte[] signature = s_receipt.SignCose(key);
            Assert.Equal("valid", s_receipt.VerifyCose(signature, key).ToString());
            Assert.True(Receipt<LoanApplication>.FromJson(s_receipt.ToJson()).VerifyCose(signature, key).IsValid);

            using ECDsa third = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            Assert.False(s_receipt.VerifyCose(signature, third).IsValid);
            Receipt<LoanApplication> other = Receipt.Of(Settings.Linex.Explain(Settings.Credit, Settings.Applications[1]), Settings.Credit);
            Assert.Contains("is not of this content", other.VerifyCose(signature, key).Problem, StringComparison.Ordinal);
            signature[^3] ^= 1;
            Assert.False(s_receipt.VerifyCose(signature, key).IsValid);
        }

        byte[] own = s_receipt.SignCose(_key);
        using ECDsa stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.StartsWith("the COSE signature is by another key: by ", s_receipt.VerifyCose(own, stranger).Problem, StringComparison.Ordinal);
        Assert.StartsWith("the COSE signature cannot be read", s_receipt.VerifyCose([1, 2, 3], _key).Problem, StringComparison.Ordinal);
    }
}
