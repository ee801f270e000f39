using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Infra.Tests.Cache.Live;

/// <summary>An authority that lives as long as a test, and the certificates it signs.</summary>
internal sealed class ThrowAwayCa : IDisposable
{
    private static readonly DateTimeOffset Yesterday = DateTimeOffset.UtcNow.AddDays(-1);
    private static readonly DateTimeOffset Tomorrow = DateTimeOffset.UtcNow.AddDays(1);

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly X509Certificate2 _certificate;

    public ThrowAwayCa(string folder, string name)
    {
        var request = new CertificateRequest($"CN={name}", _key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        _certificate = request.CreateSelfSigned(Yesterday, Tomorrow);
        CertificateFile = Path.Combine(folder, $"{name}.pem");
        File.WriteAllText(CertificateFile, _certificate.ExportCertificatePem());
    }

    /// <summary>What clients trust.</summary>
    public string CertificateFile { get; }

    /// <summary>Files of a certificate and its key for a host, which may begin with <c>*.</c> as ElastiCache's do.</summary>
    public (string Certificate, string Key) Issue(string folder, string host)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        using var issued = request.Create(_certificate, Yesterday, Tomorrow, RandomNumberGenerator.GetBytes(8));
        var stem = Path.Combine(folder, Path.GetRandomFileName());
        File.WriteAllText($"{stem}.crt", issued.ExportCertificatePem());
        File.WriteAllText($"{stem}.key", key.ExportPkcs8PrivateKeyPem());
        return ($"{stem}.crt", $"{stem}.key");
    }

    public void Dispose()
    {
        _certificate.Dispose();
        _key.Dispose();
    }
}
