const confirm = 'Onayla';
const stop = 'Bana bir daha yazmayın';

export default {
  greeting: (name) => (name ? `Merhaba ${name},` : 'Merhaba,'),
  confirmSubject: (title) => `Lütfen onaylayın: ${title}`,
  confirmBody: `Biri e-bültenimiz için bu e-posta adresini yazdı. Bu siz miydiniz? O zaman bu bağlantıyı açın ve orada “${confirm}” düğmesine basın:`,
  confirmButton: 'Onay sayfasına git',
  confirmLife: 'Bağlantı 3 gün geçerlidir. Onaylamazsanız hiçbir şey olmaz: E-bülteni almazsınız.',
  confirmStop: `Bu siz değil miydiniz? O zaman hiçbir şey yapmanız gerekmez. Bizden bir daha hiç e-posta istemiyorsanız bu bağlantıyı açın ve orada “${stop}” düğmesine basın:`,
  stopLink: 'Bu ben değildim',
  linkHint: 'Düğme çalışmıyor mu? Bu adresi açın:',
  welcomeSubject: (title) => `Abone oldunuz: ${title}`,
  welcomeBody: (topics) => ['Teşekkürler. Abone oldunuz. E-bültenimiz artık bu adrese gelecek.', ...(topics.length ? [`Seçiminiz: ${topics.join(', ')}.`] : [])].join(' '),
  unsubscribeLink: 'E-bülten aboneliğini bitir',
  manageLink: 'Verilerimi gör veya sil',
  footer: (site) => `${site}. Bu e-posta otomatik olarak gönderildi.`,
  pages: {
    confirm: {
      title: 'Aboneliğinizi onaylayın',
      text: `Henüz abone değilsiniz. E-bülteni almak için “${confirm}” düğmesine basın.`,
      button: confirm,
      done: 'Teşekkürler. Abone oldunuz. Her e-postada aboneliği bitirebileceğiniz bir bağlantı var.',
    },
    unsubscribe: {
      title: 'E-bülten aboneliğini bitirin',
      text: 'E-bülteni artık istemiyor musunuz? O zaman düğmeye basın.',
      button: 'Aboneliği bitir',
      done: 'Aboneliğiniz bitti. E-bülteni artık almayacaksınız.',
    },
    stop: {
      title: 'Bu siz değil miydiniz?',
      text: 'Biri buraya adresinizi yazmış. Düğmeye basın, bu adrese bir daha yazmayız.',
      button: stop,
      done: 'Tamam. Size bir daha yazmayacağız.',
    },
    manage: {
      title: 'Aboneliğiniz',
      text: 'Sizinle ilgili kaydettiklerimizi burada görebilir ve silebilirsiniz.',
      export: 'Verilerimi indir',
      unsubscribe: 'Aboneliği bitir',
      delete: 'Verilerimi sil',
      deleted: 'Verileriniz silindi. Adresinizin yalnızca bir kodunu saklıyoruz; böylece eski bir kopyadan geri gelmez.',
    },
    unknown: {
      title: 'Bu bağlantı artık geçerli değil',
      text: 'Daha önce kullanılmış veya çok eski. E-bülteni istiyor musunuz? O zaman lütfen yeniden abone olun.',
    },
    unavailable: {
      title: 'Bu şu anda mümkün değil',
      text: 'Lütfen birkaç dakika sonra yeniden deneyin.',
    },
  },
};
