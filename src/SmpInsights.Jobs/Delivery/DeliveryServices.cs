using Microsoft.Extensions.DependencyInjection;

namespace SmpInsights.Jobs.Delivery;

public static class DeliveryServices
{
    /// <summary>Adds to a host what sends published reports. The host's services must give a <see cref="ReportDelivery"/>.</summary>
    public static IServiceCollection AddReportDelivery(this IServiceCollection services) => services.AddHostedService<DeliveryWorker>();
}
